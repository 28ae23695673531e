import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { proveReading } from '../db/prove-reading.ts'
import { unlessSilent } from '../db/unless-silent.ts'

/** Of a quarter of a second each: whoever asks is answered within two seconds. */
const PATIENCE_TURNS = 6

export const Check = z
  .object({
    ok: z.boolean(),
    ms: z.number().meta({ description: 'How long it took' }),
  })
  .meta({ id: 'HealthCheck' })

/**
 * A check that reads what requests read. Any number of callers share one reading, and one that is late goes on being
 * waited for by the next caller: nobody can load the database by asking how it is.
 */
export function createCheck(database: Database): () => Promise<z.output<typeof Check>> {
  let pending: Promise<void> | undefined
  return async () => {
    const begun = performance.now()
    pending ??= proveReading(database).finally(() => {
      pending = undefined
    })
    const ok = await unlessSilent(pending, PATIENCE_TURNS).then(
      () => true,
      () => false,
    )
    return { ok, ms: Math.round(performance.now() - begun) }
  }
}
