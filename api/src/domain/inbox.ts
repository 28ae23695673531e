import { codesOf, type Dictionary, type Label } from './dictionary.ts'
import type { Role } from './role.ts'

interface InboxGroup extends Label {
  /** What waits: hazards, or supervision orders. */
  readonly of: 'hazard' | 'order'
  /** For whom it waits. */
  readonly roles: readonly Role[]
  /** The list that shows all of it: filters as in the list's address. */
  readonly query: Readonly<Record<string, string>>
}

/** 待办: what can wait for somebody, the most pressing first. Each group is a list with filters, so that counts and lists agree. */
export const INBOX_GROUPS = {
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
  extension: {
    zh: '延期申请待批',
    en: 'Extensions to decide',
    of: 'hazard',
    roles: ['bureau'],
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
} as const satisfies Dictionary<string, InboxGroup>

export type InboxKind = keyof typeof INBOX_GROUPS
export const INBOX_KIND_CODES = codesOf(INBOX_GROUPS)

/** The groups of a role, the most pressing first. */
export function inboxOf(role: Role): InboxKind[] {
  return INBOX_KIND_CODES.filter((kind) =>
    (INBOX_GROUPS[kind].roles as readonly Role[]).includes(role),
  )
}
