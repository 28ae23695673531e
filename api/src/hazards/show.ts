import type { Tx } from '../db/database.ts'
import { signOffsOf } from '../db/sign-offs.ts'
import type { ApprovalProfile } from '../domain/approval-rule.ts'
import { actionsFor } from '../domain/hazard-actions.ts'
import { defaultDeadline } from '../domain/hazard-deadline.ts'
import { nextSteps } from '../domain/hazard-next.ts'
import { hazardPartsOf } from '../domain/hazard-parts.ts'
import { isOverdue, overdueDays, todayInChina } from '../domain/overdue.ts'
import type { Reader } from '../http/scope.ts'
import { isOfAnotherOffice } from '../http/scope.ts'
import { hazardPerson } from './person.ts'
import { stateOf, type HazardRecord } from './record.ts'
import type { Hazard } from './schema.ts'

/** A hazard as its reader sees it: with whose turn it is, and what that reader may do now. */
export async function showHazard(
  tx: Tx,
  reader: Reader,
  record: HazardRecord,
  profile: ApprovalProfile,
  at: Date,
): Promise<Hazard> {
  const today = todayInChina(at)
  const {
    reportedBy: _,
    officeId,
    supervisionLevel: _level,
    workStopBy: _stopper,
    extensionBy: _asker,
    ...shown
  } = record
  const otherOffice = isOfAnotherOffice(reader, officeId)
  const person = otherOffice ? undefined : hazardPerson(reader)
  const signOffs = reader.scope.audience === 'wide' ? await signOffsOf(tx, record.id) : []
  const pending = new Set(signOffs.flatMap(({ act, state }) => (state === 'pending' ? [act] : [])))
  const actions =
    person === undefined
      ? []
      : actionsFor(
          stateOf(record),
          person,
          hazardPartsOf(person, record.rectifier),
          at,
          profile,
        ).filter(({ type }) => !pending.has(type))
  return {
    ...shown,
    otherOffice,
    overdue: isOverdue(record, today),
    overdueDays: overdueDays(record, today),
    defaultDeadline: defaultDeadline(record.grade, at),
    next: nextSteps(record.status, record.grade, profile).map(({ roles, ...step }) => ({
      ...step,
      roles: [...roles],
    })),
    signOffs,
    actions: actions.map(({ needs, blockedBy, ...action }) => ({
      ...action,
      needs: [...needs],
      blockedBy: [...blockedBy],
    })),
  }
}
