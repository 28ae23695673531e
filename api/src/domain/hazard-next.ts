import { ruleFor, type ApprovalProfile, type Approver } from './approval-rule.ts'
import { takersOf } from './hazard-actions.ts'
import type { HazardEvent } from './hazard-event.ts'
import { TRANSITIONS } from './hazard-lifecycle.ts'
import type { HazardRole } from './hazard-roles.ts'
import type { HazardGrade, HazardStatus } from './hazard.ts'

/** What is to happen to a hazard, by whom, and with whose approval. */
export interface NextStep {
  readonly event: HazardEvent
  readonly roles: readonly HazardRole[]
  readonly approver: Approver | null
}

/** Steps that lead on, the usual one first; ways back and side conditions are none. */
const ONWARD: readonly HazardEvent[] = [
  'register',
  'grade',
  'notify',
  'fix-on-the-spot',
  'sign',
  'submit',
  'pass',
  'close',
]

/** What is to happen from a status and who does it by the rules of a day. A major hazard is not fixed on the spot. */
export function nextSteps(
  status: HazardStatus,
  grade: HazardGrade | null,
  profile: ApprovalProfile,
): readonly NextStep[] {
  return ONWARD.flatMap((event) => {
    const step = TRANSITIONS.find((one) => one.from === status && one.event === event)
    if (step === undefined || (grade === 'major' && step.guards.includes('general-only'))) return []
    return [
      {
        event,
        roles: takersOf(step, grade, profile, { at: new Date(0) }),
        approver: ruleFor(profile, event, grade)?.approver ?? null,
      },
    ]
  })
}
