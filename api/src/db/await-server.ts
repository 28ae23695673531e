import { setTimeout as pause } from 'node:timers/promises'
import { errorCode } from './error-code.ts'
import type { GuardedPool } from './guarded-pool.ts'
import { DatabaseUnavailableError, isConnectionLoss } from './unavailable.ts'

const FIRST_PAUSE_MS = 500
const LAST_PAUSE_MS = 5_000

/**
 * Waits until the server takes a connection, with growing pauses, and says so.
 * @throws what the server or the system said last; at once where waiting would not help, as with a wrong password
 */
export async function untilReachable(
  pool: GuardedPool,
  patienceMs: number,
  say: (message: string) => void,
): Promise<void> {
  const last = performance.now() + patienceMs
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LAST_PAUSE_MS)) {
    try {
      const client = await pool.take()
      client.release()
      return
    } catch (error) {
      const reason = error instanceof DatabaseUnavailableError ? error.cause : error
      const code = errorCode(reason)
      const mayPass = code === undefined || code === '53300' || isConnectionLoss(reason)
      if (!mayPass || performance.now() + pauseMs > last) throw reason
      say(
        `数据库尚未就绪（${code ?? '无应答'}），${pauseMs / 1000} 秒后再试。 The database is not up yet (${code ?? 'no answer'}); trying again in ${pauseMs / 1000} s.`,
      )
      await pause(pauseMs)
    }
  }
}
