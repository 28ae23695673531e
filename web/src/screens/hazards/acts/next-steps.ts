import type { HazardEvent } from '@onemap/api/domain/hazard-event'
import { TRANSITIONS } from '@onemap/api/domain/hazard-lifecycle'
import type { HazardRole } from '@onemap/api/domain/hazard-roles'
import type { HazardGrade, HazardStatus } from '@onemap/api/domain/hazard'

interface NextStep {
  readonly event: HazardEvent
  readonly roles: readonly HazardRole[]
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

/** What is to happen from a status and who does it. A major hazard is not fixed on the spot, and only a bureau leader closes it. */
export function nextSteps(status: HazardStatus, grade: HazardGrade | null): readonly NextStep[] {
  return ONWARD.flatMap((event) => {
    const step = TRANSITIONS.find((one) => one.from === status && one.event === event)
    if (step === undefined || (grade === 'major' && step.guards.includes('general-only'))) return []
    const onlyLeader = grade === 'major' && step.guards.includes('bureau-approval')
    return [
      {
        event,
        roles: onlyLeader ? step.roles.filter((role) => role === 'bureau-leader') : step.roles,
      },
    ]
  })
}
