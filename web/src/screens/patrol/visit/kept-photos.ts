import { computed, onScopeDispose, shallowRef, watch, type WritableComputedRef } from 'vue'
import type { Keeper } from '../../../evidence/keeper.ts'
import type { Evidence } from '../../../evidence/requests.ts'
import { momentOf } from '../../../evidence/picked-file.ts'
import type { LonLat } from '../../../map/types.ts'
import type { KeptPhoto } from '../../../offline/visit-draft.ts'

interface Options {
  readonly enterpriseId: () => string
  readonly photos: () => readonly KeptPhoto[]
  readonly set: (photos: readonly KeptPhoto[]) => void
  /** Where the device is, if it knows. */
  readonly position: () => LonLat | null
  /** Hands a photograph in besides, where that can be done now. @returns the enterprise it was handed in for, if any */
  readonly deliver?: (
    photo: KeptPhoto,
    onProgress: (part: number) => void,
    stop: AbortSignal,
  ) => Promise<string | null>
}

/** Photographs of a form that are kept on the device and sent with it later, for the same picker as those that are sent at once. */
export function useKeptPhotos({ enterpriseId, photos, set, position, deliver }: Options): {
  model: WritableComputedRef<Evidence[]>
  keeper: Keeper
} {
  // Several may come within one moment: what was put in last stands before the form says so itself.
  const list = shallowRef(photos())
  watch(photos, (now) => (list.value = now), { flush: 'sync' })
  function put(next: readonly KeptPhoto[]): void {
    list.value = next
    set(next)
  }
  const previews = new Map<string, string>()
  /** On their way: part of the form already, of the picker's records not yet. */
  const underWay = new Set<string>()
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

  const keep: Keeper['keep'] = async ({ id, file }, onProgress, stop) => {
    const photo: KeptPhoto = { id, name: file.name, file, ...momentOf(file, position()) }
    underWay.add(id)
    // On the device before anything else happens to it.
    put([...list.value, photo])
    try {
      const uploadedTo = deliver === undefined ? null : await deliver(photo, onProgress, stop)
      if (uploadedTo !== null)
        put(list.value.map((one) => (one.id === id ? { ...one, uploadedTo } : one)))
      return record(photo)
    } catch (error) {
      put(list.value.filter((one) => one.id !== id))
      throw error
    } finally {
      underWay.delete(id)
    }
  }

  return {
    model: computed({
      get: () => list.value.map(record),
      set: (records) => {
        const standing = new Set(records.map(({ id }) => id))
        put(list.value.filter(({ id }) => standing.has(id) || underWay.has(id)))
      },
    }),
    keeper: {
      keep,
      previewOf: (id) => {
        const photo = list.value.find((one) => one.id === id)
        if (photo === undefined || !photo.file.type.startsWith('image/')) return null
        const address = previews.get(id) ?? URL.createObjectURL(photo.file)
        previews.set(id, address)
        return address
      },
      isUploaded: (id) =>
        list.value.some((one) => one.id === id && (one.uploadedTo ?? null) !== null),
    },
  }
}
