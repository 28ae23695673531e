import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { EVIDENCE_JSON } from '../db/evidence.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import type { Actor } from '../db/scope.ts'
import { SignedOff } from '../db/sign-offs.ts'
import type { SignOffDecision, SignOffState } from '../domain/sign-off.ts'
import { SignOff } from './schema.ts'

/** Sort key: instant to the microsecond, id. */
export const SignOffPosition = z.tuple([
  z.string().regex(/^\d{4,}-[\d-]{5}T[\d:.]{15}Z$/),
  z.guid(),
])
export type SignOffPosition = z.output<typeof SignOffPosition>

const Row = SignOff.extend({ proposedInstant: z.string() })
export type SignOffRow = z.output<typeof Row>

const SIGN_OFF = sql`
  SELECT s.id, s.act, coalesce(s.decision, 'pending') AS state, s.reason, s.detail, s.word,
    json_build_object('type', s.subject, 'id', s.subject_id) AS subject,
    s.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", o.name AS "officeName",
    json_build_object('code', h.code, 'description', h.description, 'status', h.status, 'grade', h.grade, 'deadline', h.deadline) AS hazard,
    s.proposed_by_name AS "proposedByName", s.proposed_by_post AS "proposedByPost", ${isoTime(sql`s.proposed_at`)} AS "proposedAt",
    s.decided_by_name AS "decidedByName", s.decided_by_post AS "decidedByPost", ${isoTime(sql`s.decided_at`)} AS "decidedAt",
    coalesce(s.proposed_by = scope_user(), false) AS mine,
    (
      SELECT coalesce(json_agg(${EVIDENCE_JSON} ORDER BY l.position), '[]')
      FROM sign_off_evidence l JOIN evidence f ON f.enterprise_id = l.enterprise_id AND f.id = l.evidence_id
      WHERE l.sign_off_id = s.id
    ) AS evidence,
    to_char(s.proposed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "proposedInstant"
  FROM sign_offs s
  JOIN offices o ON o.id = s.office_id
  JOIN enterprises e ON e.id = s.enterprise_id
  JOIN hazards h ON h.enterprise_id = s.enterprise_id AND h.id = s.subject_id`

/** Whose requests a reader is shown: a leader all, an officer those of the own office. */
export interface Whose {
  readonly officeId: string | undefined
}

/** Newest first. @param limit rows to read, one more than a page shows */
export function listSignOffs(
  tx: Tx,
  { officeId }: Whose,
  state: SignOffState | undefined,
  after: SignOffPosition | undefined,
  limit: number,
): Promise<SignOffRow[]> {
  const conditions: SQL[] = [
    sql`true`,
    ...(officeId === undefined ? [] : [sql`s.office_id = ${officeId}`]),
    ...(state === undefined ? [] : [sql`coalesce(s.decision, 'pending') = ${state}`]),
    ...(after === undefined
      ? []
      : [sql`(s.proposed_at, s.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`]),
  ]
  return queryRows(
    tx,
    Row,
    sql`${SIGN_OFF} WHERE ${sql.join(conditions, sql` AND `)} ORDER BY s.proposed_at DESC, s.id DESC LIMIT ${limit}`,
  )
}

export function findSignOff(tx: Tx, id: string): Promise<SignOffRow | undefined> {
  return queryRow(tx, Row, sql`${SIGN_OFF} WHERE s.id = ${id}`)
}

/**
 * Settles a request that nobody has settled yet. Who comes second waits for the first and finds it settled.
 * @returns what was settled; undefined where it was already, or is not theirs to settle
 */
export function settleSignOff(
  tx: Tx,
  id: string,
  decision: SignOffDecision | 'withdrawn',
  word: string | undefined,
  actor: Actor,
  at: Date,
): Promise<z.output<typeof SettledRow> | undefined> {
  return queryRow(
    tx,
    SettledRow,
    sql`
    UPDATE sign_offs
    SET decision = ${decision}, decided_by = ${actor.id}, decided_by_name = ${actor.name}, decided_at = ${at.toISOString()}::timestamptz, word = ${word ?? null}
    WHERE id = ${id} AND decision IS NULL
    RETURNING id, enterprise_id AS "enterpriseId", subject, subject_id AS "subjectId", detail, approver, word, act,
      proposed_by AS "proposedBy", proposed_by_name AS "proposedByName", proposed_by_post AS "proposedByPost"`,
  )
}

const SettledRow = SignedOff.extend({ proposedBy: z.uuid() })
