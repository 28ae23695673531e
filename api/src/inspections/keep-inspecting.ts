import type { Database } from '../db/database.ts'
import type { ErrorLog } from '../http/errors.ts'
import { createTaskMaker } from './task-maker.ts'

/** Tasks fall due at midnight in China; looking more often lets nobody wait long after a restart. */
const EVERY_MS = 10 * 60_000

/** Makes the tasks of the day now and whenever a new day has begun, until the signal. */
export function keepInspecting(
  database: Database,
  now: () => Date,
  log: ErrorLog,
  stopping: AbortSignal,
): void {
  const maker = createTaskMaker({
    database,
    now,
    log: (what, error) => {
      if (!stopping.aborted) log(what, error)
    },
  })
  const look = (): void => {
    if (!stopping.aborted) void maker.seeTo()
  }
  look()
  const timer = setInterval(look, EVERY_MS)
  timer.unref()
  stopping.addEventListener('abort', () => clearInterval(timer), { once: true })
}
