import { computed, onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import { newId } from '../ui/new-id.ts'
import { flawOf, isShowable, momentOf, type PickedFile } from './picked-file.ts'
import type { Evidence } from './requests.ts'
import { upload, UploadFailure } from './upload.ts'

interface Options {
  /** Whose evidence it will be; files wait while this is empty. */
  readonly enterpriseId: () => string
  readonly max: () => number
  /** Records of the form, in the order of the files. */
  readonly model: Ref<Evidence[]>
  /** Where the device is, if it may be told. */
  readonly position: () => readonly [number, number] | null
  readonly flawText: (flaw: 'empty' | 'tooLarge') => string
  /** How a file is sent, where it is not handed in at once. */
  readonly send?: typeof upload
  /** Address of what a record of the form looks like, where the server does not know it yet. */
  readonly previewOf?: (id: string) => string | null
}

const AT_ONCE = 2

/** Files of a form: sent at once in the background, kept when sending fails, sent again on request or when the network is back. */
export function useUploads({
  enterpriseId,
  max,
  model,
  position,
  flawText,
  send = upload,
  previewOf = () => null,
}: Options) {
  const recorded = (evidence: Evidence): PickedFile =>
    recordedFile(evidence, previewOf(evidence.id))
  const files = shallowRef<readonly PickedFile[]>(model.value.map(recorded))
  const stops = new Map<string, AbortController>()
  /** How many were left out because there is room for so many only. */
  const leftOut = shallowRef(0)

  function change(id: string, part: Partial<PickedFile>): void {
    files.value = files.value.map((one) => (one.id === id ? { ...one, ...part } : one))
  }

  function publish(): void {
    const records = files.value.flatMap(({ evidence }) => evidence ?? [])
    if (
      records.length !== model.value.length ||
      records.some(({ id }, index) => model.value[index]?.id !== id)
    )
      model.value = records
  }

  function pump(): void {
    const sending = files.value.filter(({ state }) => state === 'sending').length
    if (enterpriseId() === '') return
    for (const waiting of files.value
      .filter(({ state }) => state === 'waiting')
      .slice(0, AT_ONCE - sending))
      void sendOne(waiting)
  }

  async function sendOne({ id, file }: PickedFile): Promise<void> {
    if (file === null) return
    const stop = new AbortController()
    const target = enterpriseId()
    stops.set(id, stop)
    change(id, { state: 'sending', progress: 0, told: null })
    try {
      const evidence = await send(
        { enterpriseId: target, id, file, ...momentOf(file, position()) },
        (progress) => change(id, { progress }),
        stop.signal,
      )
      if (!stop.signal.aborted) change(id, { state: 'done', progress: 1, evidence })
    } catch (error) {
      const { told, final } = error instanceof UploadFailure ? error : { told: null, final: false }
      if (!stop.signal.aborted) change(id, { state: final ? 'refused' : 'failed', told })
    } finally {
      if (stops.get(id) === stop) stops.delete(id)
    }
    publish()
    pump()
  }

  function add(picked: readonly File[]): void {
    const room = Math.max(0, max() - files.value.length)
    leftOut.value = Math.max(0, picked.length - room)
    files.value = [
      ...files.value,
      ...picked.slice(0, room).map((file): PickedFile => {
        const flaw = flawOf(file)
        return {
          id: newId(),
          name: file.name,
          file,
          preview: isShowable(file) ? URL.createObjectURL(file) : null,
          state: flaw === null ? 'waiting' : 'refused',
          progress: 0,
          told: flaw === null ? null : flawText(flaw),
          evidence: null,
        }
      }),
    ]
    pump()
  }

  function forget(gone: readonly PickedFile[]): void {
    for (const { id, preview } of gone) {
      stops.get(id)?.abort()
      if (preview !== null) URL.revokeObjectURL(preview)
    }
  }

  function remove(id: string): void {
    forget(files.value.filter((one) => one.id === id))
    files.value = files.value.filter((one) => one.id !== id)
    leftOut.value = 0
    publish()
    pump()
  }

  function retry(): void {
    files.value = files.value.map((one) =>
      one.state === 'failed' ? { ...one, state: 'waiting' as const } : one,
    )
    pump()
  }

  // The form may take records away (sent, cleared) or bring them (a draft).
  watch(model, (records) => {
    const known = new Set(files.value.map(({ id }) => id))
    const standing = new Set(records.map(({ id }) => id))
    const gone = files.value.filter(({ id, evidence }) => evidence !== null && !standing.has(id))
    forget(gone)
    files.value = [
      ...files.value.filter((one) => !gone.includes(one)),
      ...records.filter(({ id }) => !known.has(id)).map(recorded),
    ]
  })

  // Evidence belongs to one enterprise: for another one everything is sent anew, under new ids.
  watch(enterpriseId, (target) => {
    const foreign = files.value.filter(
      ({ evidence, state }) =>
        state === 'sending' || (evidence !== null && evidence.enterpriseId !== target),
    )
    for (const { id } of foreign) stops.get(id)?.abort()
    files.value = files.value.flatMap((one): PickedFile[] => {
      if (!foreign.includes(one)) return [one]
      return one.file === null
        ? []
        : [{ ...one, id: newId(), state: 'waiting', progress: 0, told: null, evidence: null }]
    })
    publish()
    pump()
  })

  window.addEventListener('online', retry)
  onScopeDispose(() => {
    window.removeEventListener('online', retry)
    forget(files.value)
  })
  pump()

  return {
    files,
    leftOut,
    busy: computed(() =>
      files.value.some(({ state }) => state === 'waiting' || state === 'sending'),
    ),
    add,
    remove,
    retry,
  }
}

function recordedFile(evidence: Evidence, preview: string | null): PickedFile {
  return {
    id: evidence.id,
    name: evidence.name,
    file: null,
    preview,
    state: 'done',
    progress: 1,
    told: null,
    evidence,
  }
}
