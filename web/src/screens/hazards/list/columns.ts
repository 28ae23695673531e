import { codesOf, type Dictionary } from '@onemap/api/domain/dictionary'

/** What the list of hazards can show beside description and status. */
export const HAZARD_COLUMNS = {
  code: { zh: '编号', en: 'Number' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  place: { zh: '位置', en: 'Place' },
  grade: { zh: '等级', en: 'Grade' },
  deadline: { zh: '整改期限', en: 'Deadline' },
  reportedAt: { zh: '发现时间', en: 'Found' },
  origin: { zh: '来源', en: 'Origin' },
  treatment: { zh: '治理方式', en: 'Treatment' },
  supervision: { zh: '挂牌督办', en: 'Supervision' },
  round: { zh: '复查退回', en: 'Sent back' },
  closedAt: { zh: '销号时间', en: 'Closed' },
} as const satisfies Dictionary

export type HazardColumn = keyof typeof HAZARD_COLUMNS
export const HAZARD_COLUMN_CODES = codesOf(HAZARD_COLUMNS)

/** Shown where nobody has chosen. */
export const DEFAULT_COLUMNS: readonly HazardColumn[] = [
  'enterprise',
  'place',
  'deadline',
  'reportedAt',
]
