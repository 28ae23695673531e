import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref, shallowRef, type EffectScope } from 'vue'
import type { Evidence } from './requests.ts'
import { UploadFailure, type upload } from './upload.ts'
import { useUploads } from './use-uploads.ts'

type Send = typeof upload
interface Call {
  readonly sent: Parameters<Send>[0]
  readonly onProgress: (part: number) => void
  readonly stop: AbortSignal
  readonly resolve: (evidence: Evidence) => void
  readonly reject: (error: unknown) => void
}

let scope: EffectScope
let calls: Call[]
const enterprise = ref('e1')
const model = shallowRef<Evidence[]>([])
const position = ref<readonly [number, number] | null>(null)

function record(id: string, enterpriseId = 'e1'): Evidence {
  return {
    id,
    enterpriseId,
    kind: 'photo',
    mime: 'image/jpeg',
    bytes: 3,
    width: 1,
    height: 1,
    name: 'a.jpg',
    location: null,
    takenAt: null,
    incomplete: false,
    uploadedByName: '甲',
    uploadedAt: '2026-11-23T00:00:00+08:00',
  }
}

function picture(name: string, bytes = 'abc', lastModified = Date.now()): File {
  return new File([bytes], name, { type: 'image/jpeg', lastModified })
}

function begin(max = 9) {
  const uploads = scope.run(() =>
    useUploads({
      enterpriseId: () => enterprise.value,
      max: () => max,
      model,
      position: () => position.value,
      flawText: (flaw) => flaw,
      send: (sent, onProgress, stop) =>
        new Promise((resolve, reject) => calls.push({ sent, onProgress, stop, resolve, reject })),
    }),
  )
  if (uploads === undefined) throw new Error('the scope is over')
  return uploads
}

const settle = () => new Promise((resolve) => setTimeout(resolve))
function finish(index: number): void {
  const call = calls[index]
  call?.resolve(record(call.sent.id, call.sent.enterpriseId))
}

beforeEach(() => {
  scope = effectScope()
  calls = []
  enterprise.value = 'e1'
  model.value = []
  position.value = null
})
afterEach(() => scope.stop())

describe('files of a form', () => {
  it('are sent two at a time and become records in the order they were picked', async () => {
    const { add, files, busy } = begin()
    add([picture('1.jpg'), picture('2.jpg'), picture('3.jpg')])
    expect([calls.length, busy.value]).toEqual([2, true])
    calls[1]?.onProgress(0.5)
    expect(files.value.map(({ state, progress }) => [state, progress])).toEqual([
      ['sending', 0],
      ['sending', 0.5],
      ['waiting', 0],
    ])
    finish(1)
    await settle()
    finish(0)
    finish(2)
    await settle()
    expect(model.value.map(({ id }) => id)).toEqual(files.value.map(({ id }) => id))
    expect(busy.value).toBe(false)
  })

  it('stay when sending fails, and are sent again under the same id', async () => {
    const { add, files, retry, busy } = begin()
    add([picture('1.jpg')])
    calls[0]?.reject(new UploadFailure(null, false))
    await settle()
    expect([files.value[0]?.state, busy.value, model.value]).toEqual(['failed', false, []])
    window.dispatchEvent(new Event('online'))
    expect(calls[1]?.sent.id).toBe(calls[0]?.sent.id)
    calls[1]?.reject(new UploadFailure('busy', false))
    await settle()
    retry()
    finish(2)
    await settle()
    expect(model.value).toHaveLength(1)
  })

  it('that the server will never take say why and are not sent again', async () => {
    const { add, files, retry } = begin()
    add([picture('1.jpg'), picture('empty.jpg', '')])
    calls[0]?.reject(new UploadFailure('不是照片', true))
    await settle()
    retry()
    expect(calls).toHaveLength(1)
    expect(files.value.map(({ state, told }) => [state, told])).toEqual([
      ['refused', '不是照片'],
      ['refused', 'empty'],
    ])
  })

  it('are no more than asked for', () => {
    const { add, files, leftOut } = begin(2)
    add([picture('1.jpg'), picture('2.jpg'), picture('3.jpg')])
    expect([files.value.length, leftOut.value]).toEqual([2, 1])
  })

  it('wait for the enterprise, and follow it to another one', async () => {
    enterprise.value = ''
    const { add } = begin()
    add([picture('1.jpg')])
    expect(calls).toHaveLength(0)
    enterprise.value = 'e1'
    await nextTick()
    finish(0)
    await settle()
    enterprise.value = 'e2'
    await nextTick()
    expect(model.value).toEqual([])
    expect(calls[1]?.sent.enterpriseId).toBe('e2')
    expect(calls[1]?.sent.id).not.toBe(calls[0]?.sent.id)
    finish(1)
    await settle()
    expect(model.value.map(({ enterpriseId }) => enterpriseId)).toEqual(['e2'])
  })

  it('that are removed are stopped, and what the form takes away goes', async () => {
    const { add, remove, files } = begin()
    add([picture('1.jpg'), picture('2.jpg')])
    remove(files.value[0]?.id ?? '')
    expect(calls[0]?.stop.aborted).toBe(true)
    finish(1)
    await settle()
    expect(model.value).toHaveLength(1)
    model.value = []
    await nextTick()
    expect(files.value).toEqual([])
  })

  it('of a draft are shown, and only what was just taken gets the device’s position', async () => {
    model.value = [record('kept')]
    position.value = [117.7, 34.5]
    const { add, files } = begin()
    expect(files.value.map(({ id, state }) => [id, state])).toEqual([['kept', 'done']])
    add([picture('now.jpg'), picture('old.jpg', 'abc', 1000)])
    await vi.waitFor(() =>
      expect(calls.map(({ sent }) => sent.position)).toEqual([[117.7, 34.5], null]),
    )
  })
})
