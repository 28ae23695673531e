import { z } from 'zod'
import { CHANGE_ACTIONS } from '../domain/change.ts'

const Entry = z.object({
  topic: z.string(),
  action: z.enum(CHANGE_ACTIONS),
  enterpriseId: z.uuid().optional(),
  id: z.uuid().optional(),
  no: z.int().optional(),
  row: z.record(z.string(), z.unknown()).optional(),
})
type Entry = z.output<typeof Entry>

interface Frame {
  readonly id: number
  readonly event: string
  readonly data: unknown
}

/** Reads `/api/events` as a browser would. */
export interface TestListener {
  /** Every entry heard so far. */
  readonly entries: Entry[]
  /** Names of the frames that came, in order. */
  readonly events: string[]
  /** Id of the last frame. */
  lastId(): number
  /** Waits until something is so. @throws Error when it is not within some seconds */
  until(what: () => boolean, seconds?: number): Promise<void>
  /** Resolves when the other side has ended. */
  readonly ended: Promise<void>
  leave(): Promise<void>
}

/** Listens to an answer of `/api/events`. */
export function listenTo(response: Response): TestListener {
  if (response.status !== 200 || response.body === null)
    throw new Error(`not a stream: ${response.status}`)
  const entries: Entry[] = []
  const events: string[] = []
  const watchers = new Set<() => void>()
  let lastId = -1
  const reader = response.body.getReader()

  async function read(): Promise<void> {
    const decoder = new TextDecoder()
    let text = ''
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      text += decoder.decode(value, { stream: true })
      const frames = text.split('\n\n')
      text = frames.pop() ?? ''
      for (const frame of frames.map(parse)) {
        lastId = frame.id
        events.push(frame.event)
        if (frame.event === 'change') entries.push(...z.array(Entry).parse(frame.data))
      }
      for (const watcher of watchers) watcher()
    }
  }
  const ended = read().catch(() => undefined)

  return {
    entries,
    events,
    ended,
    lastId: () => lastId,
    until(what, seconds = 5) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(look)
          reject(
            new Error(
              `not so within ${seconds} s; heard ${events.join(' ')} ${JSON.stringify(entries).slice(0, 500)}`,
            ),
          )
        }, seconds * 1000)
        function look(): void {
          if (!what()) return
          clearTimeout(timer)
          watchers.delete(look)
          resolve()
        }
        watchers.add(look)
        look()
      })
    },
    leave: () => reader.cancel(),
  }
}

function parse(frame: string): Frame {
  const field = (name: string) =>
    frame
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2)
  const data = field('data')
  return {
    id: Number(field('id')),
    event: field('event') ?? 'beat',
    data: data === undefined ? undefined : JSON.parse(data),
  }
}
