import { codesOf, type Dictionary } from './dictionary.ts'

/** 风险点类型: what the risk point is. */
export const RISK_POINT_TYPES = {
  facility: { zh: '设施', en: 'Facility' },
  part: { zh: '部位', en: 'Part' },
  place: { zh: '场所', en: 'Place' },
  area: { zh: '区域', en: 'Area' },
  activity: { zh: '作业活动', en: 'Work activity' },
} as const satisfies Dictionary

export type RiskPointType = keyof typeof RISK_POINT_TYPES
export const RISK_POINT_TYPE_CODES = codesOf(RISK_POINT_TYPES)

/** 风险点所属领域 (台经信字〔2016〕36号 二(二)1): which side of the enterprise it belongs to. */
export const RISK_DOMAINS = {
  production: { zh: '生产系统', en: 'Production system' },
  auxiliary: { zh: '附属系统', en: 'Auxiliary system' },
  equipment: { zh: '设备设施', en: 'Equipment and facilities' },
  pipeline: { zh: '输送管线', en: 'Transfer pipelines' },
  operation: { zh: '操作行为', en: 'Operating behaviour' },
  'occupational-health': { zh: '职业健康', en: 'Occupational health' },
  environment: { zh: '环境条件', en: 'Environmental conditions' },
  construction: { zh: '施工场所', en: 'Construction site' },
  landfill: { zh: '城市垃圾堆场', en: 'Urban waste yard' },
  management: { zh: '安全管理', en: 'Safety management' },
} as const satisfies Dictionary

export type RiskDomain = keyof typeof RISK_DOMAINS
export const RISK_DOMAIN_CODES = codesOf(RISK_DOMAINS)
