import type { Database } from '../db/database.ts'
import type { ErrorLog } from '../http/errors.ts'
import { draftDueNotices, seeToNotices } from './draft-due.ts'

/** Years pass and receipts fall late at midnight; looking more often lets nobody wait long after a restart. */
const EVERY_MS = 10 * 60_000
/** Name of the PostgreSQL channel that 0007_changes.sql notifies. */
const CHANNEL = 'onemap_changes'
/** After a change, so that a series of them is looked at once. */
const AFTER_CHANGE_MS = 400

/** Drafts notices and reminds of receipts now and again, and soon after every change, until the signal. A failure is written down and tried again the next time. */
export function keepTelling(
  database: Database,
  now: () => Date,
  log: ErrorLog,
  stopping: AbortSignal,
): void {
  let running = Promise.resolve()
  let soon: NodeJS.Timeout | undefined
  const note = (error: unknown): void => {
    if (!stopping.aborted)
      log('notices to neighbours', error instanceof Error ? error : new Error(String(error)))
  }
  const then = (work: () => Promise<unknown>): void => {
    running = running
      .then(() => (stopping.aborted ? undefined : work()))
      .then(() => undefined, note)
  }
  const look = (): void => then(() => seeToNotices(database, now()))
  const lookSoon = (): void => {
    soon ??= setTimeout(() => {
      soon = undefined
      then(() => draftDueNotices(database, now()))
    }, AFTER_CHANGE_MS).unref()
  }
  look()
  const timer = setInterval(look, EVERY_MS).unref()
  const listening = database.listen(CHANNEL, lookSoon)
  listening.catch(note)
  stopping.addEventListener(
    'abort',
    () => {
      clearInterval(timer)
      clearTimeout(soon)
      listening.then((stop) => stop()).catch(() => undefined)
    },
    { once: true },
  )
}
