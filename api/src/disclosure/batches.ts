import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import {
  type BatchKind,
  type BatchStatus,
  EDITABLE_BATCH_STATUSES,
} from '../domain/disclosure-batch.ts'
import { NotFoundError } from '../http/errors.ts'
import { DisclosureConflictError } from './refusals.ts'
import { Batch } from './schema.ts'

const COLUMNS = sql`
  b.id, b.number, b.kind, b.period, b.status, b.title, b.note, b.prepared_by AS "preparedBy", b.prepared_by_name AS "preparedByName",
  ${isoTime(sql`b.prepared_at`)} AS "preparedAt", ${isoTime(sql`b.submitted_at`)} AS "submittedAt",
  b.decided_by_name AS "decidedByName", ${isoTime(sql`b.decided_at`)} AS "decidedAt", b.opinion,
  b.outside_reason AS "outsideReason", b.version,
  (SELECT count(*)::int FROM disclosure_items i WHERE i.batch_id = b.id AND i.part = 'include') AS included`

export type BatchRow = z.output<typeof Batch>

/** Batches, newest first; a district makes about twenty a year. */
export function listBatches(tx: Tx): Promise<BatchRow[]> {
  return queryRows(
    tx,
    Batch,
    sql`SELECT ${COLUMNS} FROM disclosure_batches b ORDER BY b.prepared_at DESC, b.id`,
  )
}

/** @throws NotFoundError */
export async function findBatch(tx: Tx, id: string): Promise<BatchRow> {
  const batch = await queryRow(
    tx,
    Batch,
    sql`SELECT ${COLUMNS} FROM disclosure_batches b WHERE b.id = ${id}`,
  )
  if (batch === undefined) throw new NotFoundError('batch')
  return batch
}

/** The batch in the making; undefined when there is none. */
export async function openBatchId(tx: Tx): Promise<string | undefined> {
  const open = await queryRow(
    tx,
    z.object({ id: z.uuid() }),
    sql`SELECT id FROM disclosure_batches WHERE status IN ('draft', 'submitted', 'returned')`,
  )
  return open?.id
}

/** Who acts, by id and real name. */
export interface Officer {
  readonly id: string
  readonly name: string
}

/**
 * Begins a batch.
 * @throws DisclosureConflictError `batch-open` while another is in the making
 */
export async function beginBatch(
  tx: Tx,
  officer: Officer,
  { kind, title, note, at }: { kind: BatchKind; title: string; note: string; at: Date },
  period: string,
): Promise<string> {
  const id = randomUUID()
  const begun = await queryRow(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    INSERT INTO disclosure_batches (id, kind, period, status, title, note, prepared_by, prepared_by_name, prepared_at)
    VALUES (${id}, ${kind}, ${period}, 'draft', ${title}, ${note}, ${officer.id}, ${officer.name}, ${at.toISOString()})
    ON CONFLICT DO NOTHING
    RETURNING id`,
  )
  if (begun === undefined) throw new DisclosureConflictError('batch-open')
  return id
}

/** What is set when a batch goes on. */
interface BatchStep {
  readonly status: BatchStatus
  readonly number?: string
  readonly submittedAt?: Date
  readonly decision?: {
    readonly officer: Officer
    readonly at: Date
    readonly opinion: string | null
    /** Why it is published outside the monthly window; null within it. */
    readonly outsideReason?: string | null
  }
}

/**
 * Changes a batch that nobody has changed since it was read.
 * @throws DisclosureConflictError `batch-changed`
 */
export async function stepBatch(
  tx: Tx,
  id: string,
  version: number,
  { status, number, submittedAt, decision }: BatchStep,
): Promise<void> {
  const decided =
    decision === undefined
      ? sql``
      : sql`,
    decided_by = ${decision.officer.id}, decided_by_name = ${decision.officer.name}, decided_at = ${decision.at.toISOString()}, opinion = ${decision.opinion},
    outside_reason = ${decision.outsideReason ?? null}`
  await changed(
    tx,
    sql`
    UPDATE disclosure_batches
    SET status = ${status}, version = version + 1
      ${number === undefined ? sql`` : sql`, number = ${number}`}
      ${submittedAt === undefined ? sql`` : sql`, submitted_at = ${submittedAt.toISOString()}`}
      ${decided}
    WHERE id = ${id} AND version = ${version}
    RETURNING id`,
  )
}

/**
 * Renames a batch in the making, or marks that its items are about to change: whoever read it before has to read it again.
 * Who changes a batch has prepared it from then on, and so cannot approve it.
 * @throws DisclosureConflictError `batch-changed`, `batch-settled`
 */
export async function touchBatch(
  tx: Tx,
  batch: BatchRow,
  version: number,
  officer: Officer,
  texts: { title?: string | undefined; note?: string | undefined } = {},
): Promise<void> {
  if (!EDITABLE_BATCH_STATUSES.some((status) => status === batch.status))
    throw new DisclosureConflictError('batch-settled')
  await changed(
    tx,
    sql`
    UPDATE disclosure_batches
    SET version = version + 1, title = ${texts.title ?? batch.title}, note = ${texts.note ?? batch.note},
      prepared_by = ${officer.id}, prepared_by_name = ${officer.name},
      status = 'draft', decided_by = NULL, decided_by_name = NULL, decided_at = NULL
    WHERE id = ${batch.id} AND version = ${version}
    RETURNING id`,
  )
}

async function changed(tx: Tx, update: ReturnType<typeof sql>): Promise<void> {
  if ((await queryRow(tx, z.object({ id: z.uuid() }), update)) === undefined)
    throw new DisclosureConflictError('batch-changed')
}

/** The highest running number of a year's editions; 0 before the first. */
export async function lastRunning(tx: Tx, year: number): Promise<number> {
  const last = await queryRow(
    tx,
    z.object({ running: z.int() }),
    sql`
    SELECT coalesce(max(split_part(number, '-', 2)::int), 0) AS running FROM disclosure_batches WHERE number LIKE ${`${year}-%`}`,
  )
  return last?.running ?? 0
}
