import { isMarked } from '../answers/stranger.ts'
import { eventFrames, type EventFrame } from './event-frames.ts'
import { readEntries, type News } from './news.ts'

/** The server gives a sign of life every 15 s: after so long without one the line is dead, whatever it says. */
const SILENCE_MS = 40_000
const FIRST_WAIT_MS = 500
const LAST_WAIT_MS = 15_000

interface ConnectionOptions {
  /** Asks for the stream. */
  readonly fetch: typeof fetch
  readonly onNews: (news: News) => void
  /** Whether the stream is open; false after each break. */
  readonly onOpen: (open: boolean) => void
}

/** A stream of changes that is opened again whenever it breaks, and goes on where it broke. */
export interface Connection {
  /** Opens it, at once if it was waiting to try again. */
  open(): void
  /** Closes it; `open` goes on from where it was. */
  close(): void
}

/** Makes a connection, still closed. */
export function createConnection({ fetch, onNews, onOpen }: ConnectionOptions): Connection {
  let lastId = ''
  let current: AbortController | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let wait = FIRST_WAIT_MS

  function take({ event, id, data }: EventFrame): void {
    if (event === 'hello' && lastId === '') onNews({ kind: 'begin' })
    else if (event === 'change') onNews({ kind: 'changes', entries: readEntries(data) })
    else if (event === 'reset') onNews({ kind: 'reset' })
    // Only what was taken in is not asked for again.
    if (id !== '') lastId = id
  }

  async function read(abort: AbortController): Promise<'again' | 'never'> {
    let silence: ReturnType<typeof setTimeout> | undefined
    const heard = (): void => {
      clearTimeout(silence)
      silence = setTimeout(() => abort.abort(), SILENCE_MS)
    }
    try {
      heard()
      const response = await fetch('/api/events', {
        signal: abort.signal,
        cache: 'no-store',
        headers: {
          Accept: 'text/event-stream',
          ...(lastId === '' ? {} : { 'Last-Event-ID': lastId }),
        },
      })
      // Whom the server does not let in need not ask again; a proxy's refusal says nothing of the server's.
      if ([401, 403].includes(response.status) && isMarked(response)) return 'never'
      if (!response.ok || response.body === null) return 'again'
      for await (const frame of eventFrames(response.body)) {
        if (abort.signal.aborted) break
        heard()
        take(frame)
        if (frame.event === 'hello') {
          wait = FIRST_WAIT_MS
          onOpen(true)
        }
      }
      return 'again'
    } catch {
      return 'again'
    } finally {
      clearTimeout(silence)
    }
  }

  async function run(): Promise<void> {
    const abort = new AbortController()
    current = abort
    const next = await read(abort)
    if (current !== abort) return
    current = undefined
    onOpen(false)
    if (next === 'never') return
    // Some later, some earlier: after a restart not everybody comes back in the same moment.
    retry = setTimeout(() => void run(), wait * (0.5 + Math.random() / 2))
    wait = Math.min(wait * 2, LAST_WAIT_MS)
  }

  return {
    open() {
      clearTimeout(retry)
      wait = FIRST_WAIT_MS
      if (current === undefined) void run()
    },
    close() {
      clearTimeout(retry)
      const abort = current
      current = undefined
      abort?.abort()
    },
  }
}
