import { codesOf, type Dictionary, type Label } from './dictionary.ts'
import type { FieldProblem } from './errors.ts'
import { HAZARD_ROLES } from './hazard-roles.ts'
import { personalNumberIn, type NoticeContent } from './notice-content.ts'
import { daysBetween } from './overdue.ts'
import type { NeighbourProfile } from './neighbour-profile.ts'
import type { Position } from './position.ts'
import type { Role } from './role.ts'

/** 告知书状态. A point has at most one draft and one issued notice. */
export const NOTICE_STATUSES = {
  draft: { zh: '待审签', en: 'Draft' },
  issued: { zh: '已发出', en: 'Issued' },
  superseded: { zh: '已更新', en: 'Superseded' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Dictionary

export type NoticeStatus = keyof typeof NOTICE_STATUSES
export const NOTICE_STATUS_CODES = codesOf(NOTICE_STATUSES)

/** Why neighbours are told (again). */
export const NOTICE_CAUSES = {
  created: { zh: '新增风险点', en: 'New risk point' },
  'level-raised': { zh: '风险等级升高', en: 'Level has risen' },
  yearly: { zh: '满一年', en: 'A year has passed' },
  'recipients-changed': { zh: '相邻单位变化', en: 'Neighbours have changed' },
  corrected: { zh: '内容更正', en: 'Corrected' },
} as const satisfies Dictionary

export type NoticeCause = keyof typeof NOTICE_CAUSES
export const NOTICE_CAUSE_CODES = codesOf(NOTICE_CAUSES)

/** How somebody came to be a recipient. */
export const RECIPIENT_ORIGINS = {
  profile: { zh: '范围内', en: 'Within the radius' },
  hand: { zh: '手工增加', en: 'Added by hand' },
} as const satisfies Dictionary

export type RecipientOrigin = keyof typeof RECIPIENT_ORIGINS
export const RECIPIENT_ORIGIN_CODES = codesOf(RECIPIENT_ORIGINS)

/** 签收情况. `late` is derived: told longer ago than the profile waits, and not signed. */
export const RECEIPT_STATES = {
  'not-told': { zh: '未发出', en: 'Not told yet' },
  waiting: { zh: '待签收', en: 'Not signed yet' },
  late: { zh: '超期未签收', en: 'Overdue' },
  signed: { zh: '已签收', en: 'Signed' },
} as const satisfies Dictionary

export type ReceiptState = keyof typeof RECEIPT_STATES
export const RECEIPT_STATE_CODES = codesOf(RECEIPT_STATES)

/** The state of one receipt. Days are `YYYY-MM-DD` in China. */
export function receiptState(
  { toldOn, isSigned }: { readonly toldOn: string | null; readonly isSigned: boolean },
  today: string,
  { remindAfterDays }: Pick<NeighbourProfile, 'remindAfterDays'>,
): ReceiptState {
  if (toldOn === null) return 'not-told'
  if (isSigned) return 'signed'
  return daysBetween(toldOn, today) >= remindAfterDays ? 'late' : 'waiting'
}

/** Copies in the hands of recipients. */
export const RECEIVED_STATUSES = {
  current: { zh: '有效', en: 'In force' },
  superseded: { zh: '已更新', en: 'Superseded' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Dictionary

export type ReceivedStatus = keyof typeof RECEIVED_STATUSES
export const RECEIVED_STATUS_CODES = codesOf(RECEIVED_STATUSES)

/** What can be done to a notice. */
export const NOTICE_EVENTS = {
  edit: { zh: '修改', en: 'Edit' },
  issue: { zh: '审签发出', en: 'Approve and send' },
  discard: { zh: '删除', en: 'Discard' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
} as const satisfies Dictionary

export type NoticeEvent = keyof typeof NOTICE_EVENTS
export const NOTICE_EVENT_CODES = codesOf(NOTICE_EVENTS)

/** In what part somebody acts: the sender's own people, who answer for it. */
export const NOTICE_PARTS = {
  principal: HAZARD_ROLES.principal,
  'safety-officer': HAZARD_ROLES['safety-officer'],
} as const satisfies Dictionary
export type NoticePart = keyof typeof NOTICE_PARTS
export const NOTICE_PART_CODES = codesOf(NOTICE_PARTS)

/** The parts somebody plays by role and position in their own enterprise; none for those who only read. */
export function noticePartsOf(
  role: Role | 'public',
  position: Position | null,
): readonly NoticePart[] {
  return role === 'enterprise' && (position === 'principal' || position === 'safety-officer')
    ? [position]
    : []
}

/** What decides whether a notice may be issued or withdrawn. */
export interface NoticeContext {
  readonly content: NoticeContent
  readonly recipients: number
  readonly reason?: string | undefined
}

interface Guard extends Label {
  readonly field: string
  readonly holds: (context: NoticeContext) => boolean
}

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''

/** Conditions of what can be done, each with the sentence that explains a refusal. */
export const NOTICE_GUARDS = {
  'duty-phone': {
    field: 'dutyPhone',
    zh: '企业信息中须有24小时值班电话',
    en: 'The enterprise needs a 24-hour duty phone',
    holds: ({ content }) => filled(content.enterprise.dutyPhone),
  },
  recipients: {
    field: 'recipients',
    zh: '没有需要告知的单位',
    en: 'There is nobody to tell',
    holds: ({ recipients }) => recipients > 0,
  },
  alarm: {
    field: 'alarm',
    zh: '须写明报警信号',
    en: 'The alarm signal must be described',
    holds: ({ content }) => filled(content.alarm),
  },
  protection: {
    field: 'protection',
    zh: '须写明防护措施',
    en: 'What to do must be described',
    holds: ({ content }) => filled(content.protection),
  },
  'no-personal-number': {
    field: 'content',
    zh: '告知书中不得有个人手机号码，只留值班电话',
    en: 'No personal mobile numbers: the duty phone only',
    holds: ({ content }) => personalNumberIn(content) === undefined,
  },
  reason: {
    field: 'reason',
    zh: '须说明撤回理由',
    en: 'A reason is required',
    holds: ({ reason }) => filled(reason),
  },
} as const satisfies Dictionary<string, Guard>

export type NoticeGuard = keyof typeof NOTICE_GUARDS

interface Transition {
  readonly from: NoticeStatus
  readonly event: NoticeEvent
  readonly guards: readonly NoticeGuard[]
  /** Only a notice of this cause: what the system drafts it would draft again. */
  readonly cause?: NoticeCause
}

/** Everything that people may do to a notice. Superseding and withdrawing for a point that is gone are the system's own. */
export const NOTICE_TRANSITIONS: readonly Transition[] = [
  { from: 'draft', event: 'edit', guards: [] },
  {
    from: 'draft',
    event: 'issue',
    guards: ['duty-phone', 'recipients', 'alarm', 'protection', 'no-personal-number'],
  },
  { from: 'draft', event: 'discard', guards: [], cause: 'corrected' },
  { from: 'issued', event: 'withdraw', guards: ['reason'] },
]

function possible({
  status,
  cause,
}: {
  readonly status: NoticeStatus
  readonly cause: NoticeCause
}): Transition[] {
  return NOTICE_TRANSITIONS.filter(
    (each) => each.from === status && (each.cause === undefined || each.cause === cause),
  )
}

/** What somebody with these parts may do now, with what is still missing for it. */
export function noticeActionsFor(
  notice: { readonly status: NoticeStatus; readonly cause: NoticeCause },
  parts: readonly NoticePart[],
  context: NoticeContext,
): { type: NoticeEvent; missing: NoticeGuard[] }[] {
  if (parts.length === 0) return []
  return possible(notice).map(({ event, guards }) => ({
    type: event,
    missing: guards.filter((guard) => guard !== 'reason' && !NOTICE_GUARDS[guard].holds(context)),
  }))
}

export type NoticeVerdict =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly code: 'state-forbids'
      readonly possible: readonly NoticeEvent[]
    }
  | { readonly ok: false; readonly code: 'guard-fails'; readonly guards: readonly NoticeGuard[] }

/** Whether an event may happen to a notice. Pure. */
export function judgeNoticeEvent(
  notice: { readonly status: NoticeStatus; readonly cause: NoticeCause },
  event: NoticeEvent,
  context: NoticeContext,
): NoticeVerdict {
  const transition = possible(notice).find((each) => each.event === event)
  if (transition === undefined)
    return {
      ok: false,
      code: 'state-forbids',
      possible: possible(notice).map((each) => each.event),
    }
  const guards = transition.guards.filter((guard) => !NOTICE_GUARDS[guard].holds(context))
  return guards.length > 0 ? { ok: false, code: 'guard-fails', guards } : { ok: true }
}

/** The fields that failed guards name, for the answer to a person. */
export function noticeGuardProblems(guards: readonly NoticeGuard[]): FieldProblem[] {
  return guards.map((guard) => ({ field: NOTICE_GUARDS[guard].field, text: NOTICE_GUARDS[guard] }))
}
