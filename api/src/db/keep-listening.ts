import { Client } from 'pg'

const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 5_000

/**
 * Hears the notices of a PostgreSQL channel on a connection of its own, made anew whenever it breaks.
 * @param heard called for each notice, and once after every connecting: notices in between are lost
 * @returns how to stop
 */
export function keepListening(
  connectionString: string,
  channel: string,
  heard: () => void,
): () => Promise<void> {
  let stopped = false
  let client: Client | undefined
  let retry: NodeJS.Timeout | undefined
  let wait = FIRST_RETRY_MS

  async function connect(): Promise<void> {
    const made = new Client({
      connectionString,
      application_name: 'onemap-listener',
      keepAlive: true,
    })
    client = made
    let broken = false
    const again = (): void => {
      if (broken) return
      broken = true
      made.end().catch(() => undefined)
      if (stopped) return
      retry = setTimeout(() => void connect(), wait)
      wait = Math.min(wait * 2, LAST_RETRY_MS)
    }
    made.on('error', again)
    made.on('end', again)
    made.on('notification', heard)
    try {
      await made.connect()
      await made.query(`LISTEN ${made.escapeIdentifier(channel)}`)
      wait = FIRST_RETRY_MS
      heard()
    } catch {
      again()
    }
  }

  const connecting = connect()
  return async () => {
    stopped = true
    clearTimeout(retry)
    await connecting
    await client?.end().catch(() => undefined)
  }
}
