import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { LONGEST_AWAY_DAYS, LONGEST_AWAY_MS } from '../domain/device-away.ts'
import type { Database, Tx } from './database.ts'
import { digestOf, type EvidenceFileName, type EvidenceStore } from './evidence-store.ts'
import { isoTime, queryRows } from './rows.ts'

/** Names the lock between those who write rows for stored files and those who clear files away. */
const FILES = sql`hashtext('evidence files')`

/** Until the transaction ends no stored file is cleared away: take it, see that the file is there, write the row. */
export async function holdEvidenceFiles(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock_shared(${FILES})`)
}

const Digest = z.object({ sha256: z.string() })
const Removed = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  name: z.string(),
  uploadedByName: z.string(),
  uploadedAt: z.string(),
})
/** A file's record that was cleared away. */
export type SweptEvidence = z.output<typeof Removed>
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

/**
 * Clears away what nothing uses and no device can still be about to use: rows first, then files without rows. Each row
 * that goes is on record as the product's own act.
 */
export async function sweepEvidence(
  database: Database,
  store: EvidenceStore,
  now: Date,
): Promise<{ rows: readonly SweptEvidence[]; files: number }> {
  const before = new Date(now.getTime() - LONGEST_AWAY_MS)
  const rows = await database.scoped({ audience: 'admin' }, (tx) =>
    queryRows(
      tx,
      Removed,
      sql`
      SELECT id, enterprise_id AS "enterpriseId", name, uploaded_by_name AS "uploadedByName", ${isoTime(sql`uploaded_at`)} AS "uploadedAt"
      FROM sweep_evidence(${before.toISOString()}::timestamptz)
      ORDER BY uploaded_at, id`,
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
  return { rows, files }
}

/** What a sweep did, for the log; nothing where there was nothing to do. */
export function sweepReport({
  rows,
  files,
}: Awaited<ReturnType<typeof sweepEvidence>>): readonly string[] {
  if (rows.length === 0 && files === 0) return []
  return [
    `swept ${rows.length} records of evidence that nothing used for ${LONGEST_AWAY_DAYS} days, and ${files} files`,
    ...rows.map(
      ({ id, enterpriseId, name, uploadedByName, uploadedAt }) =>
        `swept evidence ${id} of enterprise ${enterpriseId}: ${name}, uploaded by ${uploadedByName} at ${uploadedAt}`,
    ),
  ]
}

/** Where a sweep says what it did, and what went wrong. */
interface SweepLog {
  readonly tell: (line: string) => void
  readonly fail: (what: string, error: Error) => void
}

/** Sweeps now and every day until the product stops. */
export function keepEvidenceSwept(
  database: Database,
  store: EvidenceStore,
  { tell, fail }: SweepLog,
  stopping: AbortSignal,
): void {
  const sweep = (): void => {
    sweepEvidence(database, store, new Date()).then(
      (swept) => sweepReport(swept).forEach(tell),
      (error: unknown) => {
        if (!stopping.aborted)
          fail('sweeping evidence', error instanceof Error ? error : new Error(String(error)))
      },
    )
  }
  sweep()
  const timer = setInterval(sweep, DAY_MS)
  stopping.addEventListener('abort', () => clearInterval(timer))
}
