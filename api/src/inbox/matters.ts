import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { standingOn } from '../db/patrol-due.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { BATCH_TRANSITIONS } from '../domain/disclosure-batch.ts'
import type { INBOX_GROUPS, InboxKind, WaitingMatter } from '../domain/inbox.ts'
import { daysBetween } from '../domain/overdue.ts'
import type { Reader } from '../http/scope.ts'
import { WaitingLine } from './schema.ts'

/** Groups of what is neither a hazard nor a supervision order. */
export type MatterKind = {
  [Kind in InboxKind]: (typeof INBOX_GROUPS)[Kind]['of'] extends WaitingMatter ? Kind : never
}[InboxKind]

interface Asked {
  readonly reader: Reader
  /** `YYYY-MM-DD` in China. */
  readonly today: string
}

/**
 * What waits in each group, as rows of id, enterprise_id, enterprise_name, code, description, since and deadline.
 * Row-level security leaves to grids and enterprises what they may see; an enterprise sees its neighbours' notices
 * too, so that its own are asked for by name.
 */
const WAITING: Readonly<Record<MatterKind, (asked: Asked) => SQL>> = {
  'sign-off': () => sql`
    SELECT s.id, s.enterprise_id, e.name AS enterprise_name, h.code, h.description, ${dayOf(sql`s.proposed_at`)} AS since, NULL::date AS deadline
    FROM sign_offs s
    JOIN enterprises e ON e.id = s.enterprise_id
    JOIN hazards h ON h.enterprise_id = s.enterprise_id AND h.id = s.subject_id
    WHERE s.decision IS NULL`,
  'batch-approve': ({ reader }) => sql`
    ${BATCHES} WHERE b.status IN ${[...BATCH_TRANSITIONS.approve.from]}
      AND ${reader.position === 'head'} AND b.prepared_by <> ${reader.scope.userId ?? null}::uuid`,
  'batch-finish': ({ reader }) => sql`
    ${BATCHES} WHERE b.status IN ${[...BATCH_TRANSITIONS.submit.from]} AND b.prepared_by = ${reader.scope.userId ?? null}::uuid`,
  concern: () => sql`
    SELECT c.id, NULL::uuid AS enterprise_id, NULL AS enterprise_name, c.receipt AS code, left(c.text, 80) AS description,
      ${dayOf(sql`c.received_at`)} AS since, NULL::date AS deadline
    FROM public_concerns c
    WHERE c.status = 'received'`,
  patrol: ({ today }) => sql`
    SELECT e.id, e.id AS enterprise_id, e.name AS enterprise_name, '' AS code, e.address AS description, NULL::date AS since, stands.due_on AS deadline
    FROM enterprises e
    ${standingOn(today)}
    WHERE stands.state IN ('due', 'overdue')`,
  inspection: ({ reader, today }) => sql`
    SELECT t.id, t.enterprise_id, e.name AS enterprise_name, '' AS code, t.name AS description, t.opens_on AS since, t.due_on AS deadline
    FROM inspection_tasks t
    JOIN enterprises e ON e.id = t.enterprise_id
    WHERE t.enterprise_id = ${reader.scope.enterpriseId ?? null}::uuid
      AND t.completed_at IS NULL AND (t.closes_on IS NULL OR t.closes_on >= ${today}::date)`,
  'notice-sign': ({ reader }) => sql`
    SELECT c.id, c.enterprise_id, c.sender_name AS enterprise_name, c.notice_no::text AS code, c.content #>> '{riskPoint,name}' AS description,
      ${dayOf(sql`c.issued_at`)} AS since, NULL::date AS deadline
    FROM received_notices c
    WHERE c.enterprise_id = ${reader.scope.enterpriseId ?? null}::uuid AND c.status = 'current' AND c.signed_at IS NULL`,
  'notice-draft': ({ reader }) => sql`
    SELECT n.id, n.enterprise_id, e.name AS enterprise_name, n.no::text AS code, n.content #>> '{riskPoint,name}' AS description,
      ${dayOf(sql`n.drafted_at`)} AS since, NULL::date AS deadline
    FROM neighbour_notices n
    JOIN enterprises e ON e.id = n.enterprise_id
    WHERE n.enterprise_id = ${reader.scope.enterpriseId ?? null}::uuid AND n.status = 'draft'`,
}

/** Whether a group is of what is neither a hazard nor a supervision order. */
export function isMatterKind(kind: InboxKind): kind is MatterKind {
  return kind in WAITING
}

const BATCHES = sql`
    SELECT b.id, NULL::uuid AS enterprise_id, NULL AS enterprise_name, coalesce(b.number, '') AS code, b.title AS description,
      ${dayOf(sql`coalesce(b.submitted_at, b.prepared_at)`)} AS since, NULL::date AS deadline
    FROM disclosure_batches b`

function dayOf(instant: SQL): SQL {
  return sql`(${instant} AT TIME ZONE 'Asia/Shanghai')::date`
}

const Count = z.object({ n: z.int() })
const Line = WaitingLine.omit({ subject: true, overdue: true, overdueDays: true })

/** How many matters of a group wait for the reader. */
export async function countMatters(tx: Tx, kind: MatterKind, asked: Asked): Promise<number> {
  return (
    (
      await queryRow(
        tx,
        Count,
        sql`SELECT count(*)::integer AS n FROM (${WAITING[kind](asked)}) waiting`,
      )
    )?.n ?? 0
  )
}

/** The first few matters of a group by deadline, then those that wait longest. */
export async function pressingMatters(
  tx: Tx,
  kind: MatterKind,
  subject: WaitingMatter,
  asked: Asked,
  limit: number,
): Promise<WaitingLine[]> {
  const lines = await queryRows(
    tx,
    Line,
    sql`
    SELECT id, enterprise_id AS "enterpriseId", enterprise_name AS "enterpriseName", code, description, since::text, deadline::text
    FROM (${WAITING[kind](asked)}) waiting
    ORDER BY waiting.deadline NULLS LAST, waiting.since NULLS LAST, id
    LIMIT ${limit}`,
  )
  return lines.map((line) => {
    const days = line.deadline === null ? 0 : Math.max(0, daysBetween(line.deadline, asked.today))
    return { ...line, subject, overdue: days > 0, overdueDays: days }
  })
}
