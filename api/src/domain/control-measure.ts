import { codesOf, type Dictionary } from './dictionary.ts'

/** 管控措施类别: the six of 台经信字〔2016〕36号, then training and personal protection (DB37/T 2882). */
export const MEASURE_CATEGORIES = {
  institutional: { zh: '制度管理', en: 'Rules and procedures' },
  engineering: { zh: '物理工程', en: 'Physical engineering' },
  monitoring: { zh: '在线监测', en: 'Online monitoring' },
  video: { zh: '视频监控', en: 'Video surveillance' },
  automation: { zh: '自动化控制', en: 'Automatic control' },
  emergency: { zh: '应急管理', en: 'Emergency management' },
  training: { zh: '培训教育', en: 'Training' },
  protection: { zh: '个体防护', en: 'Personal protection' },
} as const satisfies Dictionary

export type MeasureCategory = keyof typeof MEASURE_CATEGORIES
export const MEASURE_CATEGORY_CODES = codesOf(MEASURE_CATEGORIES)

/** Whether a measure stands, is only planned, or was found not to work (管控措施失效). */
export const MEASURE_STATUSES = {
  planned: { zh: '计划', en: 'Planned' },
  effective: { zh: '有效', en: 'Effective' },
  failed: { zh: '失效', en: 'Failed' },
} as const satisfies Dictionary

export type MeasureStatus = keyof typeof MEASURE_STATUSES
export const MEASURE_STATUS_CODES = codesOf(MEASURE_STATUSES)
