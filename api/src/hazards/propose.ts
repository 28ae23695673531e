import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { sendMessages } from '../db/messages.ts'
import { queryRow } from '../db/rows.ts'
import { proposeSignOff } from '../db/sign-offs.ts'
import type { Approver, ApprovalRule } from '../domain/approval-rule.ts'
import { applyEvent } from '../domain/hazard-lifecycle.ts'
import type { Step } from './carry-out.ts'
import { requireEvidence } from './evidence.ts'
import { stateOf, type HazardRecord } from './record.ts'
import { HazardGuardError, SignOffPendingError } from './refusals.ts'

/**
 * Puts a step before whoever has to approve it. It must be possible as it stands, but for the approval; nothing of
 * the hazard changes until it is given.
 * @throws HazardGuardError, HazardFieldError, SignOffPendingError
 */
export async function propose(
  tx: Tx,
  before: HazardRecord,
  { act, context, person }: Step,
  { approver }: ApprovalRule & { readonly approver: Approver },
  ruleVersion: number,
): Promise<void> {
  const outcome = applyEvent(
    stateOf(before),
    act.type,
    { id: person.id, name: person.name, role: approver },
    context,
  )
  const failing = outcome.ok || outcome.code !== 'guard-fails' ? [] : outcome.guards
  const reason = act.reason?.trim() ?? ''
  const guards =
    reason === '' && !failing.includes('reason') ? [...failing, 'reason' as const] : failing
  if (guards.length > 0) throw new HazardGuardError(guards)
  const evidence = act.evidence ?? []
  await requireEvidence(tx, before.enterpriseId, [
    { part: 'evidence', field: 'evidence', ids: evidence },
  ])
  const id = await proposeSignOff(tx, {
    subject: 'hazard',
    subjectId: before.id,
    enterpriseId: before.enterpriseId,
    act: act.type,
    detail: act,
    reason,
    evidence,
    ruleVersion,
    approver,
    proposer: { id: person.id, name: person.name, role: person.role },
    at: context.at,
  })
  if (id === undefined) throw new SignOffPendingError(act.type)
  await sendMessages(
    tx,
    {
      enterpriseId: before.enterpriseId,
      subject: 'sign-off',
      subjectId: id,
      at: context.at,
      params: {
        code: before.code,
        description: before.description.slice(0, 80),
        by: person.name,
        act: act.type,
        reason: reason.slice(0, 80),
      },
    },
    [{ recipient: 'leader', kind: 'sign-off-asked' }],
  )
}

/** Whether an act of the sender's id was put before somebody already. */
export async function isProposed(tx: Tx, hazardId: string, clientId: string): Promise<boolean> {
  const found = await queryRow(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM sign_offs WHERE subject_id = ${hazardId} AND detail ->> 'clientId' = ${clientId}`,
  )
  return found !== undefined
}
