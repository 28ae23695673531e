import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { APPROVERS, type Approver } from '../domain/approval-rule.ts'
import {
  SIGN_OFF_STATE_CODES,
  SIGN_OFF_SUBJECT_CODES,
  type SignOffSubject,
} from '../domain/sign-off.ts'
import type { Tx } from './database.ts'
import { isoTime, queryRow, queryRows } from './rows.ts'
import type { Actor } from './scope.ts'

/** What is asked to be approved, of whom, and what it rests on. */
export interface Proposal {
  readonly subject: SignOffSubject
  readonly subjectId: string
  readonly enterpriseId: string
  readonly act: string
  /** What will be done once it is approved. */
  readonly detail: Readonly<Record<string, unknown>>
  readonly reason: string
  readonly evidence: readonly string[]
  readonly ruleVersion: number
  readonly approver: Approver
  readonly proposer: Actor
  readonly at: Date
}

/**
 * Puts an act before whoever has to approve it.
 * @returns the request's id; undefined where the same act of the same subject awaits its decision already
 */
export async function proposeSignOff(tx: Tx, proposal: Proposal): Promise<string | undefined> {
  const { enterpriseId, proposer, at } = proposal
  const made = await queryRow(
    tx,
    z.object({ id: z.uuid() }),
    sql`
    INSERT INTO sign_offs (id, enterprise_id, grid_id, office_id, subject, subject_id, act, detail, reason, rule_version, approver,
      proposed_by, proposed_by_name, proposed_at)
    SELECT ${randomUUID()}::uuid, e.id, e.grid_id, e.office_id, ${proposal.subject}, ${proposal.subjectId}::uuid, ${proposal.act},
      ${JSON.stringify(proposal.detail)}::jsonb, ${proposal.reason}, ${proposal.ruleVersion}::integer, ${proposal.approver},
      ${proposer.id}::uuid, ${proposer.name}, ${at.toISOString()}::timestamptz
    FROM enterprises e WHERE e.id = ${enterpriseId}
    ON CONFLICT (subject, subject_id, act) WHERE decision IS NULL DO NOTHING
    RETURNING id`,
  )
  if (made === undefined) return undefined
  for (const [position, id] of [...new Set(proposal.evidence)].entries()) {
    await tx.execute(sql`
      INSERT INTO sign_off_evidence (sign_off_id, enterprise_id, evidence_id, position)
      VALUES (${made.id}, ${enterpriseId}, ${id}, ${position})`)
  }
  return made.id
}

/** A request as the record of its subject shows it. */
export const SubjectSignOff = z.object({
  id: z.uuid(),
  act: z.string(),
  state: z.enum(SIGN_OFF_STATE_CODES),
  reason: z.string(),
  proposedByName: z.string(),
  proposedByPost: z.string().nullable(),
  proposedAt: z.iso.datetime({ offset: true }),
  decidedByName: z.string().nullable(),
  decidedByPost: z.string().nullable(),
  decidedAt: z.iso.datetime({ offset: true }).nullable(),
  word: z.string().nullable(),
})
export type SubjectSignOff = z.output<typeof SubjectSignOff>

/** Requests about one subject, the newest first; none for audiences other than the bureau's, whose business they are. */
export function signOffsOf(tx: Tx, subjectId: string): Promise<SubjectSignOff[]> {
  return queryRows(
    tx,
    SubjectSignOff,
    sql`
    SELECT s.id, s.act, coalesce(s.decision, 'pending') AS state, s.reason,
      s.proposed_by_name AS "proposedByName", s.proposed_by_post AS "proposedByPost", ${isoTime(sql`s.proposed_at`)} AS "proposedAt",
      s.decided_by_name AS "decidedByName", s.decided_by_post AS "decidedByPost", ${isoTime(sql`s.decided_at`)} AS "decidedAt", s.word
    FROM sign_offs s
    WHERE s.subject_id = ${subjectId}
    ORDER BY s.proposed_at DESC, s.id`,
  )
}

/** What an approved request lets be done, and on whose proposal. */
export const SignedOff = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  subject: z.enum(SIGN_OFF_SUBJECT_CODES),
  subjectId: z.uuid(),
  act: z.string(),
  detail: z.unknown(),
  approver: z.enum(APPROVERS),
  word: z.string().nullable(),
  proposedByName: z.string(),
  proposedByPost: z.string().nullable(),
})
export type SignedOff = z.output<typeof SignedOff>
