import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { APPROVERS, RULED_ACTS, type ApprovalProfile } from '../domain/approval-rule.ts'
import { HAZARD_ROLE_CODES } from '../domain/hazard-roles.ts'
import { HAZARD_GRADE_CODES } from '../domain/hazard.ts'
import type { Tx } from './database.ts'
import { queryRow } from './rows.ts'

/** A version of the rules of approval as it is kept. */
export const ApprovalVersion = z.object({
  version: z.int(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  source: z.string(),
  rules: z.array(
    z.object({
      act: z.enum(RULED_ACTS),
      grade: z.enum(HAZARD_GRADE_CODES),
      proposers: z.array(z.enum(HAZARD_ROLE_CODES)),
      approver: z.enum(APPROVERS).nullable(),
    }),
  ),
})
export type ApprovalVersion = z.output<typeof ApprovalVersion>

/**
 * The rules of approval that hold on a day.
 * @param day `YYYY-MM-DD` in China
 * @throws Error where none do: without rules nobody closes anything
 */
export async function approvalRulesOn(
  tx: Tx,
  day: string,
): Promise<ApprovalVersion & ApprovalProfile> {
  const found = await queryRow(
    tx,
    ApprovalVersion,
    sql`
    SELECT p.version, p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo", p.source, (
      SELECT json_agg(json_build_object('act', r.act, 'grade', r.grade, 'proposers', r.proposers, 'approver', r.approver) ORDER BY r.act, r.grade)
      FROM approval_rules r WHERE r.version = p.version
    ) AS rules
    FROM approval_profiles p
    WHERE daterange(p.valid_from, p.valid_to, '[]') @> ${day}::date`,
  )
  if (found === undefined) throw new Error(`no rules of approval hold on ${day}`)
  return found
}
