import { sql } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { addPublicRecords } from '../db/public-records.ts'
import { batchNumber } from '../domain/disclosure-batch.ts'
import { type BatchRow, lastRunning, type Officer, stepBatch, touchBatch } from './batches.ts'
import { previewOf } from './preview.ts'
import { lastBatch } from './published.ts'
import { BatchIncompleteError, DisclosureConflictError } from './refusals.ts'

/**
 * Freezes every record word by word and hands the batch in; who hands it in has prepared it.
 * @throws BatchIncompleteError naming each site that is not ready
 */
export async function submitBatch(
  tx: Tx,
  batch: BatchRow,
  version: number,
  officer: Officer,
  at: Date,
): Promise<void> {
  const { records, problems } = await previewOf(tx, batch)
  if (problems.length > 0) throw new BatchIncompleteError(problems)
  await touchBatch(tx, batch, version, officer)
  await tx.execute(sql`
    UPDATE disclosure_items i
    SET frozen = r.record
    FROM disclosure_codes c
    JOIN (SELECT value AS record, value ->> 'code' AS code FROM jsonb_array_elements(${JSON.stringify(records)}::jsonb)) r ON r.code = c.code
    WHERE i.batch_id = ${batch.id} AND i.enterprise_id = c.enterprise_id AND i.part = 'include'`)
  await stepBatch(tx, batch.id, version + 1, { status: 'submitted', submittedAt: at })
}

/** Who approves, and what they say. */
interface Decision {
  readonly officer: Officer
  readonly opinion: string | null
  readonly outsideReason: string | null
  readonly at: Date
}

/**
 * Publishes what was submitted, as it was submitted, under the next number of the year. All of it or nothing.
 * @throws DisclosureConflictError `batch-changed`
 */
export async function publishBatch(
  tx: Tx,
  batch: BatchRow,
  version: number,
  { officer, opinion, outsideReason, at }: Decision,
): Promise<void> {
  const { records, removals } = await previewOf(tx, batch)
  const standing = await lastBatch(tx)
  if (batch.kind !== 'regular' && standing === undefined)
    throw new DisclosureConflictError('nothing-published')
  const year = Number(batch.period.slice(0, 4))
  const number = batchNumber(year, (await lastRunning(tx, year)) + 1)
  await stepBatch(tx, batch.id, version, {
    status: 'published',
    number,
    decision: { officer, at, opinion, outsideReason },
  })
  await tx.execute(sql`
    INSERT INTO public_batches (number, kind, period, title, note, published_at, records, previous)
    VALUES (${number}, ${batch.kind}, ${batch.period}, ${batch.title}, ${batch.note}, ${at.toISOString()}, ${records.length}, ${standing?.number ?? null})`)
  await addPublicRecords(tx, number, records)
  await tx.execute(sql`
    INSERT INTO public_removals (batch_number, code, operator, kind, reason)
    SELECT ${number}, code, CASE kind WHEN 'retracted' THEN '' ELSE operator END, kind, reason
    FROM jsonb_to_recordset(${JSON.stringify(removals)}::jsonb) AS r (code text, operator text, kind text, reason text)`)
}
