import { codesOf, type Dictionary, type Label } from './dictionary.ts'
import type { Role } from './role.ts'

/** What waits besides hazards and supervision orders, named as messages name what they are about. */
export const WAITING_MATTER_CODES = [
  'sign-off',
  'batch',
  'concern',
  'inspection-task',
  'neighbour-notice',
  'received-notice',
  'patrol',
] as const
export type WaitingMatter = (typeof WAITING_MATTER_CODES)[number]

interface InboxGroup extends Label {
  /** What waits. */
  readonly of: 'hazard' | 'order' | WaitingMatter
  /** For whom it waits. */
  readonly roles: readonly Role[]
  /** The list that shows all of it: filters as in the list's address. */
  readonly query: Readonly<Record<string, string>>
}

/** 待办: what can wait for somebody, the most pressing first. Each group is a list with filters, so that counts and lists agree. */
export const INBOX_GROUPS = {
  'sign-off': {
    zh: '待签批',
    en: 'To approve',
    of: 'sign-off',
    roles: ['leader'],
    query: {},
  },
  overdue: {
    zh: '超期未整改',
    en: 'Overdue',
    of: 'hazard',
    roles: ['bureau', 'grid', 'enterprise'],
    query: { overdue: 'true' },
  },
  'close-major': {
    zh: '重大隐患待销号',
    en: 'Major hazards to close',
    of: 'hazard',
    roles: ['bureau'],
    query: { status: 'accepted', grade: 'major' },
  },
  'batch-approve': {
    zh: '名册批次待审批',
    en: 'Editions of the roster to approve',
    of: 'batch',
    roles: ['bureau'],
    query: {},
  },
  extension: {
    zh: '延期申请待批',
    en: 'Extensions to decide',
    of: 'hazard',
    roles: ['bureau', 'enterprise'],
    query: { extension: 'pending' },
  },
  'order-replied': {
    zh: '督办回复待审核',
    en: 'Order replies to review',
    of: 'order',
    roles: ['bureau'],
    query: { status: 'replied' },
  },
  'order-overdue': {
    zh: '督办超期',
    en: 'Orders overdue',
    of: 'order',
    roles: ['bureau', 'enterprise'],
    query: { overdue: 'true' },
  },
  'order-to-sign': {
    zh: '督办单待签收',
    en: 'Orders to sign',
    of: 'order',
    roles: ['enterprise'],
    query: { status: 'issued' },
  },
  'order-to-answer': {
    zh: '督办单待回复',
    en: 'Orders to answer',
    of: 'order',
    roles: ['enterprise'],
    query: { status: 'signed,in-progress,returned' },
  },
  concern: {
    zh: '群众反映待核实',
    en: 'Public reports to check',
    of: 'concern',
    roles: ['bureau', 'grid'],
    query: {},
  },
  patrol: {
    zh: '单位待巡查',
    en: 'Objects to visit',
    of: 'patrol',
    roles: ['grid'],
    query: {},
  },
  verify: {
    zh: '待核实',
    en: 'To verify',
    of: 'hazard',
    roles: ['bureau', 'grid', 'enterprise'],
    query: { status: 'reported' },
  },
  grade: {
    zh: '待定级',
    en: 'To grade',
    of: 'hazard',
    roles: ['bureau', 'enterprise'],
    query: { status: 'registered' },
  },
  notify: {
    zh: '待下达整改通知',
    en: 'Notices to issue',
    of: 'hazard',
    roles: ['bureau', 'enterprise'],
    query: { status: 'graded' },
  },
  sign: {
    zh: '待签收',
    en: 'To sign',
    of: 'hazard',
    roles: ['enterprise'],
    query: { status: 'notified' },
  },
  rectify: {
    zh: '整改中',
    en: 'To rectify',
    of: 'hazard',
    roles: ['enterprise'],
    query: { status: 'rectifying' },
  },
  review: {
    zh: '待复查',
    en: 'To review',
    of: 'hazard',
    roles: ['bureau', 'grid', 'enterprise'],
    query: { status: 'in-review' },
  },
  close: {
    zh: '一般隐患待销号',
    en: 'General hazards to close',
    of: 'hazard',
    roles: ['bureau', 'enterprise'],
    query: { status: 'accepted', grade: 'general' },
  },
  inspection: {
    zh: '排查任务待完成',
    en: 'Inspections to do',
    of: 'inspection-task',
    roles: ['enterprise'],
    query: {},
  },
  'notice-sign': {
    zh: '相邻企业告知待签收',
    en: 'Notices of neighbours to sign',
    of: 'received-notice',
    roles: ['enterprise'],
    query: {},
  },
  'notice-draft': {
    zh: '告知书待审签',
    en: 'Notices to neighbours to send',
    of: 'neighbour-notice',
    roles: ['enterprise'],
    query: { status: 'draft' },
  },
  'batch-finish': {
    zh: '名册批次待提交',
    en: 'Editions of the roster to finish',
    of: 'batch',
    roles: ['bureau'],
    query: {},
  },
} as const satisfies Dictionary<string, InboxGroup>

export type InboxKind = keyof typeof INBOX_GROUPS
export const INBOX_KIND_CODES = codesOf(INBOX_GROUPS)

/** The groups of a role, the most pressing first. */
export function inboxOf(role: Role): InboxKind[] {
  return INBOX_KIND_CODES.filter((kind) =>
    (INBOX_GROUPS[kind].roles as readonly Role[]).includes(role),
  )
}
