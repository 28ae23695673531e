import type { HazardActor, HazardEvent, HazardEventContext } from './hazard-event.ts'
import { HAZARD_GUARDS, isAboutInput, isMootWithout, type HazardGuard } from './hazard-guards.ts'
import { transitionsFrom, type Transition } from './hazard-lifecycle.ts'
import type { HazardRole } from './hazard-roles.ts'
import { REPORTED_HAZARD, type HazardState } from './hazard-state.ts'

/** One thing somebody may do now. */
export interface HazardAction {
  readonly type: HazardEvent
  /** What has to come with it. */
  readonly needs: readonly HazardGuard[]
  /** What stands in the way, whatever comes with it; empty where it can be done. */
  readonly blockedBy: readonly HazardGuard[]
}

type Who = Omit<HazardActor, 'role'>

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
): HazardRole | undefined {
  const allowed = parts.filter((part) => transition.roles.includes(part))
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
): HazardAction[] {
  return transitionsFrom(state.status).flatMap((transition) => {
    const role = partFor(transition, state, who, parts, { at })
    if (role === undefined) return []
    const guards = failing(transition, state, { ...who, role }, { at })
    if (guards.some(isMootWithout)) return []
    return [
      {
        type: transition.event,
        needs: guards.filter(isAboutInput),
        blockedBy: guards.filter((guard) => !isAboutInput(guard)),
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
