import { codesOf, type Dictionary, type Label } from './dictionary.ts'
import type { FieldProblem } from './errors.ts'
import { HAZARD_ROLES } from './hazard-roles.ts'
import { daysBetween, todayInChina } from './overdue.ts'
import type { Position } from './position.ts'
import type { Role } from './role.ts'

/** 督办单状态. Overdue is derived, never a state. */
export const ORDER_STATUSES = {
  issued: { zh: '待签收', en: 'Issued' },
  signed: { zh: '已签收', en: 'Signed' },
  'in-progress': { zh: '办理中', en: 'In progress' },
  replied: { zh: '待审核', en: 'Replied' },
  returned: { zh: '退回重办', en: 'Returned' },
  accepted: { zh: '已办结', en: 'Accepted' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Dictionary

export type OrderStatus = keyof typeof ORDER_STATUSES
export const ORDER_STATUS_CODES = codesOf(ORDER_STATUSES)

/** States in which the matter is not settled: they can be overdue. */
export const OPEN_ORDER_STATUSES = [
  'issued',
  'signed',
  'in-progress',
  'replied',
  'returned',
] as const satisfies readonly OrderStatus[]

/** What can happen to a supervision order. */
export const ORDER_EVENTS = {
  issue: { zh: '下发', en: 'Issue' },
  sign: { zh: '签收', en: 'Sign' },
  progress: { zh: '报告进展', en: 'Report progress' },
  reply: { zh: '回复', en: 'Reply' },
  accept: { zh: '办结', en: 'Accept' },
  return: { zh: '退回', en: 'Return' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
} as const satisfies Dictionary

export type OrderEvent = keyof typeof ORDER_EVENTS
export const ORDER_EVENT_CODES = codesOf(ORDER_EVENTS)

/** In what part somebody acts on an order. */
export const ORDER_PARTS = {
  office: HAZARD_ROLES.office,
  principal: HAZARD_ROLES.principal,
  'safety-officer': HAZARD_ROLES['safety-officer'],
  rectifier: HAZARD_ROLES.rectifier,
} as const satisfies Dictionary

export type OrderPart = keyof typeof ORDER_PARTS
export const ORDER_PART_CODES = codesOf(ORDER_PARTS)

/** The parts somebody plays by role and position; none for those who only read. */
export function orderPartsOf(role: Role, position: Position | null): readonly OrderPart[] {
  if (role === 'bureau') return ['office']
  if (role !== 'enterprise') return []
  return position === 'principal' || position === 'safety-officer' || position === 'rectifier'
    ? [position]
    : []
}

/** What is kept of an order between events; `deadline` is the last day in time, `YYYY-MM-DD`. */
export interface OrderState {
  readonly status: OrderStatus
  readonly deadline: string
  /** How often a reply has been sent back. */
  readonly round: number
  readonly repliedAt: Date | null
  readonly acceptedAt: Date | null
}

/** What comes with an event. */
export interface OrderContext {
  readonly at: Date
  /** Progress, reply, opinion or reason. */
  readonly text?: string | undefined
  readonly deadline?: string | undefined
  readonly title?: string | undefined
  readonly requirement?: string | undefined
  readonly documentNo?: string | undefined
}

interface Guard extends Label {
  /** Field of the request that has to be put right. */
  readonly field: 'text' | 'deadline' | 'title' | 'requirement' | 'documentNo'
  readonly holds: (context: OrderContext) => boolean
}

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

/** Conditions of transitions, each with the sentence that explains a refusal. */
export const ORDER_GUARDS = {
  'document-no': {
    field: 'documentNo',
    zh: '须填写文号',
    en: 'A document number is required',
    holds: ({ documentNo }) => filled(documentNo),
  },
  title: {
    field: 'title',
    zh: '须填写督办事项',
    en: 'A title is required',
    holds: ({ title }) => filled(title),
  },
  requirement: {
    field: 'requirement',
    zh: '须写明办理要求',
    en: 'What is required must be written down',
    holds: ({ requirement }) => filled(requirement),
  },
  deadline: {
    field: 'deadline',
    zh: '须给出不早于当日的办理期限',
    en: 'A deadline not before today is required',
    holds: ({ at, deadline }) => isDayFrom(at, deadline),
  },
  'new-deadline': {
    field: 'deadline',
    zh: '新期限不得早于当日',
    en: 'A new deadline is not before today',
    holds: ({ at, deadline }) => deadline === undefined || isDayFrom(at, deadline),
  },
  'what-was-done': {
    field: 'text',
    zh: '须写明办理情况',
    en: 'What was done must be written down',
    holds: ({ text }) => filled(text),
  },
  opinion: {
    field: 'text',
    zh: '须填写审核意见',
    en: 'An opinion is required',
    holds: ({ text }) => filled(text),
  },
  reason: {
    field: 'text',
    zh: '须说明撤回理由',
    en: 'A reason is required',
    holds: ({ text }) => filled(text),
  },
} as const satisfies Dictionary<string, Guard>

export type OrderGuard = keyof typeof ORDER_GUARDS

interface Transition {
  readonly from: readonly (OrderStatus | null)[]
  readonly event: OrderEvent
  readonly to: OrderStatus
  readonly parts: readonly OrderPart[]
  readonly guards: readonly OrderGuard[]
  readonly change?: (state: OrderState, context: OrderContext) => Partial<OrderState>
}

/** 督办流程: everything that may happen to an order; what is not here cannot happen. */
export const ORDER_TRANSITIONS: readonly Transition[] = [
  {
    from: [null],
    event: 'issue',
    to: 'issued',
    parts: ['office'],
    guards: ['document-no', 'title', 'requirement', 'deadline'],
  },
  {
    from: ['issued'],
    event: 'sign',
    to: 'signed',
    parts: ['principal', 'safety-officer'],
    guards: [],
  },
  {
    from: ['signed', 'in-progress', 'returned'],
    event: 'progress',
    to: 'in-progress',
    parts: ['principal', 'safety-officer', 'rectifier'],
    guards: ['what-was-done'],
  },
  {
    from: ['signed', 'in-progress', 'returned'],
    event: 'reply',
    to: 'replied',
    parts: ['principal', 'safety-officer'],
    guards: ['what-was-done'],
    change: (_state, { at }) => ({ repliedAt: at }),
  },
  {
    from: ['replied'],
    event: 'accept',
    to: 'accepted',
    parts: ['office'],
    guards: [],
    change: (_state, { at }) => ({ acceptedAt: at }),
  },
  {
    from: ['replied'],
    event: 'return',
    to: 'returned',
    parts: ['office'],
    guards: ['opinion', 'new-deadline'],
    change: (state, { deadline }) => ({
      round: state.round + 1,
      repliedAt: null,
      deadline: deadline ?? state.deadline,
    }),
  },
  {
    from: ['issued', 'signed', 'in-progress', 'returned'],
    event: 'withdraw',
    to: 'withdrawn',
    parts: ['office'],
    guards: ['reason'],
  },
]

/** Why an event is not accepted; the order stays as it was. */
type OrderRefusal =
  | { readonly ok: false; readonly code: 'state-forbids'; readonly possible: readonly OrderEvent[] }
  | { readonly ok: false; readonly code: 'part-forbids'; readonly parts: readonly OrderPart[] }
  | { readonly ok: false; readonly code: 'guard-fails'; readonly guards: readonly OrderGuard[] }

export type OrderOutcome =
  | { readonly ok: true; readonly state: OrderState; readonly part: OrderPart }
  | OrderRefusal

/**
 * Applies an event to an order, or to `null` when it is issued. Pure.
 * @param parts all the actor's parts; the first that the transition allows is the one acted in
 */
export function applyOrderEvent(
  state: OrderState | null,
  event: OrderEvent,
  parts: readonly OrderPart[],
  context: OrderContext,
): OrderOutcome {
  const from = state?.status ?? null
  const transition = ORDER_TRANSITIONS.find(
    (each) => each.event === event && each.from.includes(from),
  )
  if (transition === undefined)
    return {
      ok: false,
      code: 'state-forbids',
      possible: possibleFrom(from).map((each) => each.event),
    }
  const part = parts.find((each) => transition.parts.includes(each))
  if (part === undefined) return { ok: false, code: 'part-forbids', parts: transition.parts }
  const guards = transition.guards.filter((guard) => !ORDER_GUARDS[guard].holds(context))
  if (guards.length > 0) return { ok: false, code: 'guard-fails', guards }
  const before = state ?? {
    status: transition.to,
    deadline: context.deadline ?? '',
    round: 0,
    repliedAt: null,
    acceptedAt: null,
  }
  return {
    ok: true,
    part,
    state: { ...before, ...transition.change?.(before, context), status: transition.to },
  }
}

/** What somebody with these parts may do now, with the fields each act asks for. */
export function orderActionsFor(
  status: OrderStatus,
  parts: readonly OrderPart[],
): { type: OrderEvent; needs: OrderGuard[] }[] {
  return possibleFrom(status)
    .filter((each) => each.parts.some((part) => parts.includes(part)))
    .map(({ event, guards }) => ({ type: event, needs: [...guards] }))
}

/** The fields that failed guards name, for the answer to a person. */
export function orderGuardProblems(guards: readonly OrderGuard[]): FieldProblem[] {
  return guards.map((guard) => ({ field: ORDER_GUARDS[guard].field, text: ORDER_GUARDS[guard] }))
}

function possibleFrom(status: OrderStatus | null): Transition[] {
  return ORDER_TRANSITIONS.filter((each) => each.from.includes(status))
}

/** Days past the deadline of an order that is not settled; 0 when in time. The rule is that of hazards: the deadline is before today. */
export function orderOverdueDays(
  { status, deadline }: { readonly status: OrderStatus; readonly deadline: string },
  today: string,
): number {
  return OPEN_ORDER_STATUSES.some((open) => open === status)
    ? Math.max(0, daysBetween(deadline, today))
    : 0
}

/** Whether a text is a real calendar day, `YYYY-MM-DD`, not before the day of `at` in China. */
function isDayFrom(at: Date, day: string | undefined): boolean {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return false
  const time = Date.parse(day)
  return (
    !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) && day >= todayInChina(at)
  )
}
