import { computed, onScopeDispose, type WritableComputedRef } from 'vue'
import type { Keeper } from '../../../evidence/keeper.ts'
import type { Evidence } from '../../../evidence/requests.ts'
import { isFresh } from '../../../evidence/picked-file.ts'
import type { LonLat } from '../../../map/types.ts'
import type { KeptPhoto } from '../../../offline/visit-draft.ts'

interface Options {
  readonly enterpriseId: () => string
  readonly photos: () => readonly KeptPhoto[]
  readonly set: (photos: readonly KeptPhoto[]) => void
  /** Where the device is, if it knows. */
  readonly position: () => LonLat | null
}

/** Photographs of a form that are kept on the device and sent with it later, for the same picker as those that are sent at once. */
export function useKeptPhotos({ enterpriseId, photos, set, position }: Options): {
  model: WritableComputedRef<Evidence[]>
  keeper: Keeper
} {
  const previews = new Map<string, string>()
  /** Picked, and not yet part of the form. */
  const picked = new Map<string, KeptPhoto>()
  onScopeDispose(() => {
    for (const address of previews.values()) URL.revokeObjectURL(address)
  })

  function record({ id, name, file }: KeptPhoto): Evidence {
    const document = file.type === 'application/pdf'
    return {
      id,
      enterpriseId: enterpriseId(),
      kind: document ? 'document' : 'photo',
      mime: document ? 'application/pdf' : 'image/jpeg',
      bytes: file.size,
      width: null,
      height: null,
      name,
      location: null,
      takenAt: null,
      incomplete: false,
      uploadedByName: '',
      uploadedAt: '',
    }
  }

  return {
    model: computed({
      get: () => photos().map(record),
      set: (records) =>
        set(
          records.flatMap(
            ({ id }) => photos().find((photo) => photo.id === id) ?? picked.get(id) ?? [],
          ),
        ),
    }),
    keeper: {
      keep: ({ id, file }) => {
        const photo: KeptPhoto = {
          id,
          name: file.name,
          file,
          position: isFresh(file, Date.now()) ? position() : null,
        }
        picked.set(id, photo)
        return Promise.resolve(record(photo))
      },
      previewOf: (id) => {
        const photo = photos().find((one) => one.id === id)
        if (photo === undefined || !photo.file.type.startsWith('image/')) return null
        const address = previews.get(id) ?? URL.createObjectURL(photo.file)
        previews.set(id, address)
        return address
      },
    },
  }
}
