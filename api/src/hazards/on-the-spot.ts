import type { Tx } from '../db/database.ts'
import type { ApprovalProfile } from '../domain/approval-rule.ts'
import { ON_THE_SPOT_CRITERIA } from '../domain/hazard.ts'
import { partFor } from '../domain/hazard-actions.ts'
import type { HazardEventContext } from '../domain/hazard-event.ts'
import { transitionOf } from '../domain/hazard-lifecycle.ts'
import { hazardPartsOf, type HazardPerson } from '../domain/hazard-parts.ts'
import type { HazardAct, MendedOnTheSpot } from './bodies.ts'
import { carryOut } from './carry-out.ts'
import { stateOf, type HazardRecord } from './record.ts'
import { HazardFieldError, HazardRoleError } from './refusals.ts'

/**
 * 即查即改 in one act: takes a hazard just reported through registration, grading and rectification, step by step as
 * the closed loop has them, all by whoever found it. Somebody else reviews it.
 * @param before photographs of the report, which show it as it was found
 * @throws HazardFieldError, HazardRoleError, HazardGuardError
 */
export async function putOnTheSpot(
  tx: Tx,
  reported: HazardRecord,
  before: readonly string[],
  { photosAfter, opinion, cost }: MendedOnTheSpot,
  person: HazardPerson,
  profile: ApprovalProfile,
  at: Date,
): Promise<HazardRecord> {
  if (reported.suggestedGrade === 'major')
    throw new HazardFieldError('mendedOnTheSpot', {
      zh: '重大隐患不得即查即改，请上报后由科室下达整改通知',
      en: 'A major hazard is not mended on the spot: report it, and a notice will be issued',
    })
  const steps: readonly HazardAct[] = [
    { type: 'register' },
    { type: 'grade', grade: 'general', criteria: ON_THE_SPOT_CRITERIA },
    { type: 'fix-on-the-spot', photosBefore: [...before], photosAfter, opinion, cost },
  ]
  let record = reported
  for (const [index, act] of steps.entries()) {
    const context = contextOf(act, at)
    const transition = transitionOf(record.status, act.type)
    const role =
      transition &&
      partFor(
        transition,
        stateOf(record),
        person,
        hazardPartsOf(person, record.rectifier),
        context,
        profile,
      )
    if (role === undefined) throw new HazardRoleError(act.type, transition?.roles ?? [])
    const quiet = index < steps.length - 1
    record = await carryOut(tx, record, { act, context, person, role, quiet })
  }
  return record
}

function contextOf(
  { grade, criteria, photosBefore, photosAfter, opinion, cost }: HazardAct,
  at: Date,
): HazardEventContext {
  return {
    at,
    onTheSpot: true,
    ...(grade === undefined ? {} : { grade }),
    ...(criteria === undefined ? {} : { criteria }),
    ...(photosBefore === undefined ? {} : { photosBefore }),
    ...(photosAfter === undefined ? {} : { photosAfter }),
    ...(opinion === undefined ? {} : { opinion }),
    ...(cost === undefined ? {} : { cost }),
  }
}
