import { codesOf, type Dictionary, type Label } from './dictionary.ts'
import { PLAN_ELEMENT_CODES, type HazardActor, type HazardEventContext } from './hazard-event.ts'
import type { HazardState } from './hazard-state.ts'
import { daysBetween, todayInChina } from './overdue.ts'

/** A closed hazard comes back within so many days; later a new, linked record is made. */
export const REOPEN_WITHIN_DAYS = 90

/** The hazard before the event, who acts, and what comes with the act. */
export interface GuardInput {
  readonly state: HazardState
  readonly actor: HazardActor
  readonly context: HazardEventContext
}

interface Guard extends Label {
  readonly holds: (input: GuardInput) => boolean
}

/** Conditions of transitions, each with the sentence that explains a refusal. */
export const HAZARD_GUARDS = {
  place: {
    zh: '须写明隐患位置', en: 'The place is required',
    holds: ({ context }) => isFilled(context.place),
  },
  description: {
    zh: '须填写隐患描述', en: 'A description is required',
    holds: ({ context }) => isFilled(context.description),
  },
  evidence: {
    zh: '须附照片或证明材料', en: 'Photographs or documents are required',
    holds: ({ context }) => hasItems(context.evidence),
  },
  'before-and-after': {
    zh: '须附整改前、后照片', en: 'Photographs from before and after are required',
    holds: ({ context }) => hasItems(context.photosBefore) && hasItems(context.photosAfter),
  },
  reason: {
    zh: '须说明理由', en: 'A reason is required',
    holds: ({ context }) => isFilled(context.reason),
  },
  opinion: {
    zh: '须填写复查意见', en: 'The reviewer’s opinion is required',
    holds: ({ context }) => isFilled(context.opinion),
  },
  'merge-target': {
    zh: '须指明并入的隐患', en: 'The hazard it is merged into is required',
    holds: ({ context }) => isFilled(context.mergedInto),
  },
  'duplicates-checked': {
    zh: '登记前须查重', en: 'Duplicates must be checked before registration',
    holds: ({ context }) => context.duplicatesChecked === true,
  },
  criteria: {
    zh: '须给出隐患等级及判定依据', en: 'A grade and the criteria it rests on are required',
    holds: ({ context }) => context.grade !== undefined && isFilled(context.criteria),
  },
  'general-only': {
    zh: '重大隐患不得即查即改，须下达整改通知', en: 'A major hazard cannot be fixed on the spot: issue a notice',
    holds: ({ state }) => state.grade === 'general',
  },
  responsible: {
    zh: '须指定整改责任人', en: 'A person responsible is required',
    holds: ({ context }) => isFilled(context.responsible),
  },
  deadline: {
    zh: '须给出不早于当日的整改期限', en: 'A deadline not before today is required',
    holds: ({ context }) => isDeadlineFrom(context.at, context.deadline),
  },
  'deadline-stands': {
    zh: '须有整改期限；新期限不得早于当日', en: 'A deadline must stand; a new one is not before today',
    holds: ({ state, context }) =>
      context.deadline === undefined ? state.deadline !== null : isDeadlineFrom(context.at, context.deadline),
  },
  plan: {
    zh: '重大隐患治理方案须做到责任、措施、资金、时限、预案五落实', en: 'A major hazard needs a plan with responsibility, measures, funds, time limit and contingency plan',
    holds: ({ state, context }) =>
      state.grade !== 'major' || PLAN_ELEMENT_CODES.every((element) => isFilled(context.plan?.[element])),
  },
  cost: {
    zh: '须填写整改资金（可为0）', en: 'The cost is required (it may be 0)',
    holds: ({ context }) => context.cost !== undefined && Number.isFinite(context.cost) && context.cost >= 0,
  },
  'reviewer-not-rectifier': {
    zh: '复查人不得是整改人', en: 'The reviewer must not be the rectifier',
    holds: ({ state, actor }) => actor.id !== state.rectifier,
  },
  'bureau-approval': {
    zh: '重大隐患须经局领导批准销号', en: 'A major hazard is closed by a bureau leader',
    holds: ({ state, actor }) => state.grade !== 'major' || actor.role === 'bureau-leader',
  },
  'within-90-days': {
    zh: `销号超过${REOPEN_WITHIN_DAYS}日的，须另立新案并关联`, en: `After ${REOPEN_WITHIN_DAYS} days a new, linked record is made instead`,
    holds: ({ state, context }) =>
      state.closedAt !== null && daysBetween(todayInChina(state.closedAt), todayInChina(context.at)) <= REOPEN_WITHIN_DAYS,
  },
} as const satisfies Dictionary<string, Guard>

export type HazardGuard = keyof typeof HAZARD_GUARDS
export const HAZARD_GUARD_CODES = codesOf(HAZARD_GUARDS)

function isFilled(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== ''
}

function hasItems(items: readonly string[] | undefined): boolean {
  return items !== undefined && items.length > 0
}

/** Whether a text is a real calendar day, `YYYY-MM-DD`, not before the day of `at` in China. */
function isDeadlineFrom(at: Date, deadline: string | undefined): boolean {
  if (deadline === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(deadline)) return false
  const time = Date.parse(deadline)
  const isReal = !Number.isNaN(time) && new Date(time).toISOString().startsWith(deadline)
  return isReal && deadline >= todayInChina(at)
}
