import type { HazardActor, HazardEvent, HazardEventContext } from './hazard-event.ts'
import { HAZARD_GUARDS, type GuardInput, type HazardGuard } from './hazard-guards.ts'
import type { HazardRole } from './hazard-roles.ts'
import { REPORTED_HAZARD, type HazardState } from './hazard-state.ts'
import type { HazardStatus } from './hazard.ts'

/** One step of the closed loop. */
export interface Transition {
  /** Null: the hazard is not on record yet. */
  readonly from: HazardStatus | null
  readonly event: HazardEvent
  readonly roles: readonly HazardRole[]
  /** Who takes it besides, in the one act of 即查即改 alone. */
  readonly onTheSpot?: readonly HazardRole[]
  readonly guards: readonly HazardGuard[]
  readonly to: HazardStatus
  /** What changes besides the status. */
  readonly change?: (input: GuardInput) => Partial<HazardState>
}

const VERIFIERS = [
  'safety-officer',
  'grid-member',
  'office',
] as const satisfies readonly HazardRole[]

/** Whoever may find a defect and see it mended on the spot. */
const FINDERS = [
  'safety-officer',
  'rectifier',
  'principal',
  'grid-member',
  'office',
] as const satisfies readonly HazardRole[]

/** 隐患治理闭环: everything that may happen to a hazard; what is not here cannot happen. */
export const TRANSITIONS: readonly Transition[] = [
  {
    from: null,
    event: 'report',
    to: 'reported',
    roles: ['reporter', 'safety-officer', 'rectifier', 'principal', 'grid-member', 'office'],
    guards: ['place', 'description', 'evidence'],
  },
  { from: 'reported', event: 'reject', to: 'void', roles: VERIFIERS, guards: ['reason'] },
  {
    from: 'reported',
    event: 'merge',
    to: 'void',
    roles: VERIFIERS,
    guards: ['reason', 'merge-target'],
  },
  {
    from: 'reported',
    event: 'register',
    to: 'registered',
    roles: VERIFIERS,
    onTheSpot: FINDERS,
    guards: ['duplicates-checked'],
  },
  {
    from: 'registered',
    event: 'grade',
    to: 'graded',
    roles: ['safety-officer', 'office'],
    onTheSpot: FINDERS,
    guards: ['criteria'],
    change: ({ state, context }) => ({
      grade: context.grade ?? state.grade,
      criteria: context.criteria ?? state.criteria,
    }),
  },
  {
    from: 'graded',
    event: 'fix-on-the-spot',
    to: 'in-review',
    roles: ['safety-officer', 'rectifier'],
    onTheSpot: FINDERS,
    guards: ['general-only', 'before-and-after'],
    change: ({ actor }) => ({ treatment: 'on-the-spot', rectifier: actor.id }),
  },
  {
    from: 'graded',
    event: 'notify',
    to: 'notified',
    roles: ['safety-officer', 'office'],
    guards: ['responsible', 'deadline'],
    change: ({ state, context }) => ({
      treatment: 'time-limited',
      rectifier: context.responsible ?? state.rectifier,
      deadline: context.deadline ?? state.deadline,
    }),
  },
  {
    from: 'notified',
    event: 'sign',
    to: 'rectifying',
    roles: ['rectifier', 'principal'],
    guards: ['plan'],
  },
  {
    from: 'rectifying',
    event: 'submit',
    to: 'in-review',
    roles: ['safety-officer', 'rectifier'],
    guards: ['evidence', 'cost'],
    change: ({ state, actor, context }) => ({
      rectifier: actor.id,
      cost: context.cost ?? state.cost,
      // What was asked for a deadline that no longer matters needs no answer.
      extension: state.extension === 'pending' ? 'none' : state.extension,
    }),
  },
  {
    from: 'in-review',
    event: 'fail',
    to: 'rectifying',
    roles: VERIFIERS,
    guards: ['opinion', 'deadline-stands'],
    change: ({ state, context }) => ({
      round: state.round + 1,
      treatment: 'time-limited',
      deadline: context.deadline ?? state.deadline,
    }),
  },
  {
    from: 'in-review',
    event: 'pass',
    to: 'accepted',
    roles: VERIFIERS,
    guards: ['reviewer-not-rectifier'],
    change: ({ context }) => ({ acceptedAt: context.at }),
  },
  {
    from: 'accepted',
    event: 'close',
    to: 'closed',
    roles: ['safety-officer', 'office', 'office-head', 'bureau-leader'],
    guards: ['supervision-lifted'],
    change: ({ context }) => ({ closedAt: context.at }),
  },
  {
    from: 'closed',
    event: 'reopen',
    to: 'rectifying',
    roles: ['safety-officer', 'grid-member', 'office'],
    guards: ['reason', 'within-90-days', 'deadline-stands'],
    change: ({ state, context }) => ({
      treatment: 'time-limited',
      deadline: context.deadline ?? state.deadline,
      acceptedAt: null,
      closedAt: null,
      extension: 'none',
      extensionDeadline: null,
      extensionBy: null,
    }),
  },
  ...beside({
    event: 'request-extension',
    during: ['notified', 'rectifying'],
    roles: ['rectifier', 'safety-officer', 'principal'],
    guards: ['extension-free', 'reason', 'later-deadline'],
    change: ({ actor, context }) => ({
      extension: 'pending',
      extensionDeadline: context.deadline ?? null,
      extensionBy: actor.id,
    }),
  }),
  ...beside({
    event: 'approve-extension',
    during: ['notified', 'rectifying'],
    roles: ['safety-officer', 'office'],
    guards: ['extension-pending', 'extension-authority', 'decider-not-asker', 'granted-deadline'],
    change: ({ state, context }) => ({
      extension: 'approved',
      deadline: context.deadline ?? state.extensionDeadline,
    }),
  }),
  ...beside({
    event: 'reject-extension',
    during: ['notified', 'rectifying'],
    roles: ['safety-officer', 'office'],
    guards: ['extension-pending', 'extension-authority', 'decider-not-asker', 'reason'],
    change: () => ({ extension: 'rejected' }),
  }),
  ...beside({
    event: 'list-supervision',
    during: ['graded', 'notified', 'rectifying', 'in-review'],
    roles: ['office-head', 'bureau-leader'],
    guards: ['major-only', 'not-listed', 'listing', 'document-no', 'deadline'],
    change: ({ context }) => ({ supervision: 'listed', supervisionLevel: context.level ?? null }),
  }),
  ...beside({
    event: 'delist-supervision',
    during: ['graded', 'notified', 'rectifying', 'in-review', 'accepted', 'closed'],
    roles: ['office-head', 'bureau-leader'],
    guards: ['listed', 'document-no', 'reason'],
    change: () => ({ supervision: 'delisted' }),
  }),
  ...beside({
    event: 'stop-work',
    during: ['reported', 'registered', 'graded', 'notified', 'rectifying', 'in-review'],
    roles: ['safety-officer', 'principal', 'office'],
    guards: ['work-running', 'reason'],
    change: ({ actor }) => ({
      workStopBy: actor.role === 'office' ? 'bureau' : 'enterprise',
    }),
  }),
  ...beside({
    event: 'resume-work',
    during: [
      'reported',
      'registered',
      'graded',
      'notified',
      'rectifying',
      'in-review',
      'accepted',
      'closed',
      'void',
    ],
    roles: ['safety-officer', 'principal', 'office'],
    guards: ['work-stopped', 'resume-authority', 'reason'],
    change: () => ({ workStopBy: null }),
  }),
]

interface Beside extends Omit<Transition, 'from' | 'to'> {
  readonly during: readonly HazardStatus[]
}

/** What happens beside the main course and leaves the status as it is: one step for each state it may happen in. */
function beside({ during, ...step }: Beside): Transition[] {
  return during.map((status) => ({ ...step, from: status, to: status }))
}

/** Why an event is not accepted; the hazard stays as it was. */
export type HazardRefusal =
  /** `possible`: what may happen in this state. */
  | {
      readonly ok: false
      readonly code: 'state-forbids'
      readonly possible: readonly HazardEvent[]
    }
  /** `roles`: who may do it. */
  | { readonly ok: false; readonly code: 'role-forbids'; readonly roles: readonly HazardRole[] }
  /** `guards`: every condition that does not hold; their texts are in HAZARD_GUARDS. */
  | { readonly ok: false; readonly code: 'guard-fails'; readonly guards: readonly HazardGuard[] }

export type HazardOutcome = { readonly ok: true; readonly state: HazardState } | HazardRefusal

/** The step an event is in a state; undefined where it cannot happen. Null: not on record yet. */
export function transitionOf(
  from: HazardStatus | null,
  event: HazardEvent,
): Transition | undefined {
  return TRANSITIONS.find((candidate) => candidate.from === from && candidate.event === event)
}

/** Every step that leads on from a state. */
export function transitionsFrom(from: HazardStatus | null): readonly Transition[] {
  return TRANSITIONS.filter((candidate) => candidate.from === from)
}

/** Who may take a step as it is sent. */
export function rolesOf(
  { roles, onTheSpot = [] }: Transition,
  context: HazardEventContext,
): readonly HazardRole[] {
  return context.onTheSpot === true ? [...roles, ...onTheSpot] : roles
}

/** Applies an event to a hazard, or to `null` when it is reported for the first time. Pure: neither argument changes. */
export function applyEvent(
  state: HazardState | null,
  event: HazardEvent,
  actor: HazardActor,
  context: HazardEventContext,
): HazardOutcome {
  const from = state?.status ?? null
  const transition = transitionOf(from, event)
  if (!transition)
    return {
      ok: false,
      code: 'state-forbids',
      possible: transitionsFrom(from).map((candidate) => candidate.event),
    }
  if (!rolesOf(transition, context).includes(actor.role))
    return { ok: false, code: 'role-forbids', roles: transition.roles }
  const input = { state: state ?? REPORTED_HAZARD, actor, context }
  const guards = transition.guards.filter((guard) => !HAZARD_GUARDS[guard].holds(input))
  if (guards.length > 0) return { ok: false, code: 'guard-fails', guards }
  return {
    ok: true,
    state: { ...input.state, ...transition.change?.(input), status: transition.to },
  }
}
