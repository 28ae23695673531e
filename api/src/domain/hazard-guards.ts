import { codesOf, type Dictionary, type Label } from './dictionary.ts'
import { PLAN_ELEMENT_CODES, type HazardActor, type HazardEventContext } from './hazard-event.ts'
import { BUREAU_PARTS } from './hazard-roles.ts'
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
  /** What has to come with the act; none where the guard looks at the hazard and the actor alone. */
  readonly fields?: readonly (keyof HazardEventContext)[]
  /** The act would mean nothing for such a hazard, so that nobody is offered it. */
  readonly moot?: true
}

/** Conditions of transitions, each with the sentence that explains a refusal. */
export const HAZARD_GUARDS = {
  place: {
    zh: '须写明隐患位置',
    en: 'The place is required',
    fields: ['place'],
    holds: ({ context }) => isFilled(context.place),
  },
  description: {
    zh: '须填写隐患描述',
    en: 'A description is required',
    fields: ['description'],
    holds: ({ context }) => isFilled(context.description),
  },
  evidence: {
    zh: '须附照片或证明材料',
    en: 'Photographs or documents are required',
    fields: ['evidence'],
    // Who tells of a danger from outside need not have a camera.
    holds: ({ context }) => hasItems(context.evidence) || context.origin === 'public-report',
  },
  'before-and-after': {
    zh: '须附整改前、后照片',
    en: 'Photographs from before and after are required',
    fields: ['photosBefore', 'photosAfter'],
    holds: ({ context }) => hasItems(context.photosBefore) && hasItems(context.photosAfter),
  },
  reason: {
    zh: '须说明理由',
    en: 'A reason is required',
    fields: ['reason'],
    holds: ({ context }) => isFilled(context.reason),
  },
  opinion: {
    zh: '须填写复查意见',
    en: 'The reviewer’s opinion is required',
    fields: ['opinion'],
    holds: ({ context }) => isFilled(context.opinion),
  },
  'merge-target': {
    zh: '须指明并入的隐患',
    en: 'The hazard it is merged into is required',
    fields: ['mergedInto'],
    holds: ({ context }) => isFilled(context.mergedInto),
  },
  'duplicates-checked': {
    zh: '登记前须查重',
    en: 'Duplicates must be checked before registration',
    fields: ['duplicatesChecked'],
    // What is mended already harms nobody by being on record twice.
    holds: ({ context }) => context.duplicatesChecked === true || context.onTheSpot === true,
  },
  criteria: {
    zh: '须给出隐患等级及判定依据',
    en: 'A grade and the criteria it rests on are required',
    fields: ['grade', 'criteria'],
    holds: ({ context }) => context.grade !== undefined && isFilled(context.criteria),
  },
  'general-only': {
    zh: '重大隐患不得即查即改，须下达整改通知',
    en: 'A major hazard cannot be fixed on the spot: issue a notice',
    moot: true,
    holds: ({ state }) => state.grade === 'general',
  },
  responsible: {
    zh: '须指定整改责任人',
    en: 'A person responsible is required',
    fields: ['responsible'],
    holds: ({ context }) => isFilled(context.responsible),
  },
  deadline: {
    zh: '须给出不早于当日的整改期限',
    en: 'A deadline not before today is required',
    fields: ['deadline'],
    holds: ({ context }) => isDeadlineFrom(context.at, context.deadline),
  },
  'deadline-stands': {
    zh: '须有整改期限；新期限不得早于当日',
    en: 'A deadline must stand; a new one is not before today',
    fields: ['deadline'],
    holds: ({ state, context }) =>
      context.deadline === undefined
        ? state.deadline !== null
        : isDeadlineFrom(context.at, context.deadline),
  },
  plan: {
    zh: '重大隐患治理方案须做到责任、措施、资金、时限、预案五落实',
    en: 'A major hazard needs a plan with responsibility, measures, funds, time limit and contingency plan',
    fields: ['plan'],
    holds: ({ state, context }) =>
      state.grade !== 'major' ||
      PLAN_ELEMENT_CODES.every((element) => isFilled(context.plan?.[element])),
  },
  cost: {
    zh: '须填写整改资金（可为0）',
    en: 'The cost is required (it may be 0)',
    fields: ['cost'],
    holds: ({ context }) =>
      context.cost !== undefined && Number.isFinite(context.cost) && context.cost >= 0,
  },
  'reviewer-not-rectifier': {
    zh: '复查人不得是整改人',
    en: 'The reviewer must not be the rectifier',
    holds: ({ state, actor }) => isSomebodyElse(actor, state.rectifier),
  },
  'supervision-lifted': {
    zh: '挂牌督办的隐患须先摘牌再销号',
    en: 'A listed hazard is delisted before it is closed',
    holds: ({ state }) => state.supervision !== 'listed',
  },
  'extension-free': {
    zh: '已有延期申请待批',
    en: 'A request is already awaiting its decision',
    moot: true,
    holds: ({ state }) => state.extension !== 'pending',
  },
  'extension-pending': {
    zh: '没有待批的延期申请',
    en: 'No request awaits a decision',
    moot: true,
    holds: ({ state }) => state.extension === 'pending',
  },
  'later-deadline': {
    zh: '申请的期限须晚于原期限且不早于当日',
    en: 'The deadline asked for is later than the one that stands, and not before today',
    fields: ['deadline'],
    holds: ({ state, context }) =>
      isDeadlineFrom(context.at, context.deadline) &&
      (context.deadline ?? '') > (state.deadline ?? ''),
  },
  'granted-deadline': {
    zh: '批准的期限不得早于当日',
    en: 'The deadline granted is not before today',
    fields: ['deadline'],
    holds: ({ state, context }) =>
      isDeadlineFrom(context.at, context.deadline ?? state.extensionDeadline ?? undefined),
  },
  'decider-not-asker': {
    zh: '延期不得由申请人或整改人自行审批',
    en: 'Who asked, or rectifies, does not decide',
    holds: ({ state, actor }) =>
      isSomebodyElse(actor, state.extensionBy) && isSomebodyElse(actor, state.rectifier),
  },
  'extension-authority': {
    zh: '重大隐患和挂牌督办隐患的延期由主管部门审批',
    en: 'For a major or a listed hazard the bureau decides',
    holds: ({ state, actor }) =>
      (state.grade !== 'major' && state.supervision !== 'listed') || isOfBureau(actor),
  },
  'major-only': {
    zh: '仅重大隐患可挂牌督办',
    en: 'Only a major hazard is listed for supervision',
    moot: true,
    holds: ({ state }) => state.grade === 'major',
  },
  'not-listed': {
    zh: '该隐患已挂牌',
    en: 'It is already listed',
    moot: true,
    holds: ({ state }) => state.supervision !== 'listed',
  },
  listed: {
    zh: '该隐患未挂牌',
    en: 'It is not listed',
    moot: true,
    holds: ({ state }) => state.supervision === 'listed',
  },
  listing: {
    zh: '须填写挂牌级别、挂牌机关和督办部门',
    en: 'The rank, the authority and the department in charge are required',
    fields: ['level', 'authority', 'department'],
    holds: ({ context }) =>
      context.level !== undefined && isFilled(context.authority) && isFilled(context.department),
  },
  'document-no': {
    zh: '须填写文号',
    en: 'The number of the document is required',
    fields: ['documentNo'],
    holds: ({ context }) => isFilled(context.documentNo),
  },
  'work-running': {
    zh: '已处于停产状态',
    en: 'Work has already been stopped',
    moot: true,
    holds: ({ state }) => state.workStopBy === null,
  },
  'work-stopped': {
    zh: '未处于停产状态',
    en: 'Work has not been stopped',
    moot: true,
    holds: ({ state }) => state.workStopBy !== null,
  },
  'resume-authority': {
    zh: '主管部门责令停产的，由主管部门批准恢复',
    en: 'What the bureau stopped, the bureau lets resume',
    holds: ({ state, actor }) => state.workStopBy !== 'bureau' || isOfBureau(actor),
  },
  'within-90-days': {
    zh: `销号超过${REOPEN_WITHIN_DAYS}日的，须另立新案并关联`,
    en: `After ${REOPEN_WITHIN_DAYS} days a new, linked record is made instead`,
    holds: ({ state, context }) =>
      state.closedAt !== null &&
      daysBetween(todayInChina(state.closedAt), todayInChina(context.at)) <= REOPEN_WITHIN_DAYS,
  },
} as const satisfies Dictionary<string, Guard>

export type HazardGuard = keyof typeof HAZARD_GUARDS
export const HAZARD_GUARD_CODES = codesOf(HAZARD_GUARDS)

/** Whether a guard looks at what comes with the act; if not, nothing that could be sent would make it hold. */
export function isAboutInput(guard: HazardGuard): boolean {
  const { fields }: Guard = HAZARD_GUARDS[guard]
  return fields !== undefined
}

/** Whether the act would mean nothing where the guard does not hold. */
export function isMootWithout(guard: HazardGuard): boolean {
  const { moot }: Guard = HAZARD_GUARDS[guard]
  return moot === true
}

/** What has to come with an act so that the guard holds. */
export function fieldsOf(guard: HazardGuard): readonly (keyof HazardEventContext)[] {
  const { fields = [] }: Guard = HAZARD_GUARDS[guard]
  return fields
}

function isSomebodyElse(actor: HazardActor, person: string | null): boolean {
  return person === null || (actor.id !== person && actor.name !== person)
}

function isOfBureau({ role }: HazardActor): boolean {
  return BUREAU_PARTS.some((part) => part === role)
}

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
