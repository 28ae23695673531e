import type { Database } from '../db/database.ts'
import type { ErrorLog } from '../http/errors.ts'
import { tellOfPatrols } from './patrols.ts'
import { sendReminders } from './send.ts'

/** What is due changes at midnight; looking more often lets nobody wait long after a restart. */
const EVERY_MS = 10 * 60_000

/** Sends reminders now and again, until the signal. A failure is written down and tried again the next time. */
export function keepReminding(
  database: Database,
  now: () => Date,
  log: ErrorLog,
  stopping: AbortSignal,
): void {
  let running = Promise.resolve()
  const look = (): void => {
    running = running
      .then(() => (stopping.aborted ? 0 : sendReminders(database, now())))
      .then(() => (stopping.aborted ? 0 : tellOfPatrols(database, now())))
      .then(
        () => undefined,
        (error: unknown) => {
          if (!stopping.aborted)
            log('reminders', error instanceof Error ? error : new Error(String(error)))
        },
      )
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  stopping.addEventListener('abort', () => clearInterval(timer), { once: true })
}
