import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from './database.ts'
import { digestOf, type EvidenceFileName, type EvidenceStore } from './evidence-store.ts'
import { queryRow, queryRows } from './rows.ts'

/** Names the lock between those who write rows for stored files and those who clear files away. */
const FILES = sql`hashtext('evidence files')`

/** Until the transaction ends no stored file is cleared away: take it, see that the file is there, write the row. */
export async function holdEvidenceFiles(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock_shared(${FILES})`)
}

const Digest = z.object({ sha256: z.string() })
const Removed = z.object({ removed: z.int() })
const BATCH = 500
const DAY_MS = 24 * 3600 * 1000

/** Removes those of these files that no row names. @returns how many */
export function removeUnused(
  database: Database,
  store: EvidenceStore,
  names: readonly EvidenceFileName[],
): Promise<number> {
  return database.scoped({ audience: 'admin' }, async (tx) => {
    await tx.execute(sql`SELECT pg_advisory_xact_lock(${FILES})`)
    const digests = [...new Set(names.map(digestOf))]
    const used = new Set(
      (
        await queryRows(
          tx,
          Digest,
          sql`
      SELECT sha256 FROM evidence_in_use(ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(digests)}::jsonb))) AS sha256
    `,
        )
      ).map(({ sha256 }) => sha256),
    )
    const unused = names.filter((name) => !used.has(digestOf(name)))
    for (const name of unused) await store.remove(name)
    return unused.length
  })
}

/** Clears away what was uploaded more than a day ago and is used by nothing: rows first, then files without rows. */
export async function sweepEvidence(
  database: Database,
  store: EvidenceStore,
  now: Date,
): Promise<{ rows: number; files: number }> {
  const before = new Date(now.getTime() - DAY_MS)
  const rows = await database.scoped({ audience: 'admin' }, (tx) =>
    queryRow(
      tx,
      Removed,
      sql`SELECT sweep_evidence(${before.toISOString()}::timestamptz) AS removed`,
    ),
  )
  let files = 0
  let batch: EvidenceFileName[] = []
  for await (const name of store.olderThan(before)) {
    batch.push(name)
    if (batch.length < BATCH) continue
    files += await removeUnused(database, store, batch)
    batch = []
  }
  if (batch.length > 0) files += await removeUnused(database, store, batch)
  return { rows: rows?.removed ?? 0, files }
}

/** Sweeps now and every day until the product stops. */
export function keepEvidenceSwept(
  database: Database,
  store: EvidenceStore,
  log: (what: string, error: Error) => void,
  stopping: AbortSignal,
): void {
  const sweep = (): void => {
    sweepEvidence(database, store, new Date()).catch((error: unknown) => {
      if (!stopping.aborted)
        log('sweeping evidence', error instanceof Error ? error : new Error(String(error)))
    })
  }
  sweep()
  const timer = setInterval(sweep, DAY_MS)
  stopping.addEventListener('abort', () => clearInterval(timer))
}
