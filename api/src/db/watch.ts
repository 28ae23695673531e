import { Client } from 'pg'
import { errorCode } from './error-code.ts'
import { DatabaseUnavailableError, isConnectionLoss } from './unavailable.ts'
import { SILENCE_MS, SilentDatabaseError, unlessSilent } from './unless-silent.ts'

/** How often the database is asked for a sign of life. */
const BEAT_MS = 1_000
const FIRST_PAUSE_MS = 250
const LAST_PAUSE_MS = 5_000

/** Looks after one database on a connection of its own. */
export interface Watch {
  /** @throws DatabaseUnavailableError while the database is known to be away, so that nobody waits for it */
  demandPresence(): void
  /**
   * Hears the notices of a channel.
   * @param heard called for each, and once after every connecting: notices in between are lost
   * @returns how to stop
   */
  listen(channel: string, heard: () => void): () => void
  stop(): Promise<void>
}

interface WatchOptions {
  readonly connectionString: string
  /** Called when the database has fallen silent, so that nothing waits for its answer any longer. */
  readonly fellSilent: (reason: Error) => void
  readonly say: (message: string) => void
}

/**
 * Asks for a sign of life every second and hears notices. While the database is away, this connection alone tries
 * again, with growing pauses; requests are refused at once.
 */
export function watchDatabase({ connectionString, fellSilent, say }: WatchOptions): Watch {
  const hearers = new Map<string, Set<() => void>>()
  let client: Client | undefined
  let trouble: unknown
  let pauseMs = FIRST_PAUSE_MS
  const ending = new AbortController()
  let rouse = (): void => undefined

  const idle = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      rouse = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const tell = (channel: string): void => {
    for (const heard of hearers.get(channel) ?? []) heard()
  }

  function lost(error: unknown): void {
    if (ending.signal.aborted) return
    if (trouble === undefined)
      say(`数据库连接中断，正在重试。 The database is away, trying again: ${messageOf(error)}`)
    trouble = error
    if (error instanceof SilentDatabaseError) fellSilent(error)
  }

  function present(): void {
    if (trouble !== undefined) say('数据库连接已恢复。 The database is back.')
    trouble = undefined
    pauseMs = FIRST_PAUSE_MS
  }

  async function connect(): Promise<Client> {
    const made = new Client({
      connectionString,
      application_name: 'onemap-watch',
      keepAlive: true,
      connectionTimeoutMillis: SILENCE_MS,
    })
    client = made
    made.on('error', () => undefined)
    made.on('notification', ({ channel }) => tell(channel))
    await made.connect()
    return made
  }

  /** Uses one connection until it breaks. */
  async function attend(made: Client): Promise<void> {
    const listening = new Set<string>()
    while (!ending.signal.aborted) {
      for (const channel of [...hearers.keys()].filter((one) => !listening.has(one))) {
        await unlessSilent(made.query(`LISTEN ${made.escapeIdentifier(channel)}`))
        listening.add(channel)
        tell(channel)
      }
      await unlessSilent(made.query('SELECT 1'))
      present()
      await idle(BEAT_MS)
    }
  }

  async function watch(): Promise<void> {
    while (!ending.signal.aborted) {
      const made = await connect().catch((error: unknown) => {
        // A server that answers with a refusal of its own, such as too many connections, is not away.
        if (!isRefusal(error)) lost(error)
      })
      // A connection may be ended alone: only when the next one fails too is the database away.
      await (made && attend(made))?.catch((error: unknown) => {
        if (error instanceof SilentDatabaseError) lost(error)
      })
      void client?.end().catch(() => undefined)
      if (!ending.signal.aborted) await idle(pauseMs)
      pauseMs = Math.min(pauseMs * 2, LAST_PAUSE_MS)
    }
  }

  const watching = watch()
  return {
    demandPresence() {
      if (trouble === undefined) return
      const seconds = Math.ceil(pauseMs / 1000)
      throw new DatabaseUnavailableError('database-unavailable', trouble, seconds)
    },
    listen(channel, heard) {
      const already = hearers.get(channel)
      if (already === undefined) hearers.set(channel, new Set([heard]))
      else {
        already.add(heard)
        heard()
      }
      rouse()
      return () => void hearers.get(channel)?.delete(heard)
    },
    async stop() {
      ending.abort()
      rouse()
      void client?.end().catch(() => undefined)
      await watching
    },
  }
}

const isRefusal = (error: unknown): boolean =>
  /^[0-9A-Z]{5}$/.test(errorCode(error) ?? '') && !isConnectionLoss(error)

const messageOf = (error: unknown): string =>
  error instanceof AggregateError
    ? error.errors.map(messageOf).join(', ')
    : error instanceof Error
      ? error.message
      : String(error)
