import { codesOf, type Dictionary } from './dictionary.ts'

/** Columns of an exported list of hazards. */
export const HAZARD_EXPORT_COLUMNS = {
  code: { zh: '编号', en: 'Number' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  riskPoint: { zh: '风险点', en: 'Risk point' },
  description: { zh: '隐患描述', en: 'Description' },
  place: { zh: '位置', en: 'Place' },
  origin: { zh: '来源', en: 'Origin' },
  grade: { zh: '等级', en: 'Grade' },
  treatment: { zh: '治理方式', en: 'Treatment' },
  status: { zh: '状态', en: 'Status' },
  reportedAt: { zh: '发现时间', en: 'Found' },
  deadline: { zh: '整改期限', en: 'Deadline' },
  overdueDays: { zh: '超期天数', en: 'Days overdue' },
  acceptedAt: { zh: '验收时间', en: 'Accepted' },
  closedAt: { zh: '销号时间', en: 'Closed' },
  round: { zh: '复查退回次数', en: 'Sent back' },
  extension: { zh: '延期', en: 'Extension' },
  supervision: { zh: '挂牌督办', en: 'Supervision' },
  workStop: { zh: '停产停业', en: 'Work stopped' },
} as const satisfies Dictionary

export type HazardExportColumn = keyof typeof HAZARD_EXPORT_COLUMNS
export const HAZARD_EXPORT_COLUMN_CODES = codesOf(HAZARD_EXPORT_COLUMNS)
