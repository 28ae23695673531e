import { authorityOf, ruleFor, type ApprovalProfile, type Approver } from './approval-rule.ts'
import type { HazardActor, HazardEvent, HazardEventContext } from './hazard-event.ts'
import { HAZARD_GUARDS, isAboutInput, isMootWithout, type HazardGuard } from './hazard-guards.ts'
import { rolesOf, transitionsFrom, type Transition } from './hazard-lifecycle.ts'
import type { HazardRole } from './hazard-roles.ts'
import { REPORTED_HAZARD, type HazardState } from './hazard-state.ts'

/** One thing somebody may do now. */
export interface HazardAction {
  readonly type: HazardEvent
  /** What has to come with it. */
  readonly needs: readonly HazardGuard[]
  /** What stands in the way, whatever comes with it; empty where it can be done. */
  readonly blockedBy: readonly HazardGuard[]
  /** Who has to approve it before it is done; null where it is done at once. */
  readonly approver: Approver | null
}

type Who = Omit<HazardActor, 'role'>

/** Whose turn a step is: those the closed loop knows for it, less those to whom the rule of the day does not leave it. */
export function takersOf(
  transition: Transition,
  grade: HazardState['grade'],
  profile: ApprovalProfile,
  context: HazardEventContext,
): HazardRole[] {
  const rule = ruleFor(profile, transition.event, grade)
  return rolesOf(transition, context).filter((role) =>
    ['acts', 'proposes'].includes(authorityOf(rule, role)),
  )
}

/**
 * The part in which somebody takes a step: the first that the step allows and nothing stands in the way of, else
 * the first that it allows; undefined where it allows none of them.
 */
export function partFor(
  transition: Transition,
  state: HazardState | null,
  who: Who,
  parts: readonly HazardRole[],
  context: HazardEventContext,
  profile: ApprovalProfile,
): HazardRole | undefined {
  const takers = takersOf(transition, state?.grade ?? null, profile, context)
  const allowed = parts.filter((part) => takers.includes(part))
  return (
    allowed.find((role) =>
      failing(transition, state, { ...who, role }, context).every(isAboutInput),
    ) ?? allowed[0]
  )
}

/** What somebody may do with a hazard at a moment, the main course first. */
export function actionsFor(
  state: HazardState,
  who: Who,
  parts: readonly HazardRole[],
  at: Date,
  profile: ApprovalProfile,
): HazardAction[] {
  return transitionsFrom(state.status).flatMap((transition) => {
    const role = partFor(transition, state, who, parts, { at }, profile)
    if (role === undefined) return []
    const guards = failing(transition, state, { ...who, role }, { at })
    if (guards.some(isMootWithout)) return []
    const approver = ruleFor(profile, transition.event, state.grade)?.approver ?? null
    const needs = guards.filter(isAboutInput)
    return [
      {
        type: transition.event,
        // Whoever asks for an approval says why.
        needs: approver === null || needs.includes('reason') ? needs : [...needs, 'reason'],
        blockedBy: guards.filter((guard) => !isAboutInput(guard)),
        approver,
      },
    ]
  })
}

function failing(
  { guards }: Transition,
  state: HazardState | null,
  actor: HazardActor,
  context: HazardEventContext,
): HazardGuard[] {
  return guards.filter(
    (guard) => !HAZARD_GUARDS[guard].holds({ state: state ?? REPORTED_HAZARD, actor, context }),
  )
}
