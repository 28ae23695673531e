import { todayInChina } from '@onemap/api/domain/overdue'
import type { HazardActor, HazardEvent, HazardEventContext } from '@onemap/api/domain/hazard-event'
import { fieldsOf, HAZARD_GUARDS, type HazardGuard } from '@onemap/api/domain/hazard-guards'
import type { Transition } from '@onemap/api/domain/hazard-lifecycle'
import { REPORTED_HAZARD, type HazardState } from '@onemap/api/domain/hazard-state'
import type { Hazard } from '../queries.ts'

/** A question that the form of an act asks. */
export type ActField =
  | 'duplicates'
  | 'mergedInto'
  | 'grade'
  | 'responsible'
  | 'deadline'
  | 'plan'
  | 'listing'
  | 'documentNo'
  | 'beforeAndAfter'
  | 'evidence'
  | 'cost'
  | 'reason'
  | 'opinion'

/** Asked in this order. */
const ORDER: readonly ActField[] = [
  'duplicates',
  'mergedInto',
  'grade',
  'responsible',
  'deadline',
  'plan',
  'listing',
  'documentNo',
  'beforeAndAfter',
  'evidence',
  'cost',
  'reason',
  'opinion',
]

/** The question that answers each part of an act. */
const FIELD_OF: Readonly<Partial<Record<keyof HazardEventContext, ActField>>> = {
  duplicatesChecked: 'duplicates',
  mergedInto: 'mergedInto',
  grade: 'grade',
  criteria: 'grade',
  responsible: 'responsible',
  deadline: 'deadline',
  plan: 'plan',
  level: 'listing',
  authority: 'listing',
  department: 'listing',
  documentNo: 'documentNo',
  photosBefore: 'beforeAndAfter',
  photosAfter: 'beforeAndAfter',
  evidence: 'evidence',
  cost: 'cost',
  reason: 'reason',
  opinion: 'opinion',
}

/** Asked besides, and may stay empty. */
const OPTIONAL: Readonly<Partial<Record<HazardEvent, readonly ActField[]>>> = {
  register: ['opinion'],
  reject: ['evidence'],
  grade: ['opinion'],
  notify: ['opinion'],
  sign: ['opinion'],
  submit: ['opinion'],
  'fix-on-the-spot': ['cost', 'opinion'],
  fail: ['evidence'],
  pass: ['evidence', 'opinion'],
  close: ['evidence', 'opinion'],
  reopen: ['evidence'],
  'request-extension': ['evidence'],
  'approve-extension': ['opinion'],
  'list-supervision': ['evidence', 'opinion'],
  'delist-supervision': ['evidence'],
}

interface AskedField {
  readonly field: ActField
  readonly required: boolean
  /** Conditions that the answer has to meet. */
  readonly guards: readonly HazardGuard[]
}

/** The hazard as the rules of the closed loop see it, as far as answers are judged by it. */
function stateOf({
  status,
  grade,
  treatment,
  deadline,
  round,
  rectifier,
  extension,
  extensionDeadline,
  supervision,
}: Hazard): HazardState {
  return {
    ...REPORTED_HAZARD,
    status,
    grade,
    treatment,
    deadline,
    round,
    rectifier: rectifier?.id ?? rectifier?.name ?? null,
    extension,
    extensionDeadline,
    supervision,
  }
}

/** Conditions among some that do not hold for what is sent. */
export function unmet(
  guards: readonly HazardGuard[],
  hazard: Hazard,
  actor: HazardActor,
  context: HazardEventContext,
): HazardGuard[] {
  return guards.filter(
    (guard) => !HAZARD_GUARDS[guard].holds({ state: stateOf(hazard), actor, context }),
  )
}

/**
 * The questions of an act on a hazard, in order. One is required if the act fails while it is unanswered.
 * @param needsApproval whoever asks for an approval also says why
 */
export function askedBy(
  { event, guards: own }: Transition,
  hazard: Hazard,
  actor: HazardActor,
  at: Date,
  needsApproval = false,
): readonly AskedField[] {
  const optional = OPTIONAL[event] ?? []
  const guards: readonly HazardGuard[] =
    needsApproval && !own.includes('reason') ? [...own, 'reason'] : own
  return ORDER.flatMap((field) => {
    const asking = guards.filter((guard) =>
      fieldsOf(guard).some((part) => FIELD_OF[part] === field),
    )
    const required = unmet(asking, hazard, actor, { at }).length > 0
    if (field === 'plan' && !required) return []
    return asking.length > 0 || optional.includes(field)
      ? [{ field, required, guards: asking }]
      : []
  })
}

/** Days from which a deadline counts: the one that stands, if it is still to come. */
export function deadlineBase({ deadline }: Hazard, at: Date): string {
  const today = todayInChina(at)
  return deadline !== null && deadline > today ? deadline : today
}
