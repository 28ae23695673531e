import { codesOf, type Dictionary } from './dictionary.ts'

/** 监管对象类别: what sort of unit a regulated object is. */
export const ENTERPRISE_KINDS = {
  general: { zh: '一般企业', en: 'General enterprise' },
  'high-risk-plant': { zh: '高危企业', en: 'High-risk plant' },
  'incineration-power': { zh: '焚烧发电', en: 'Incineration power' },
  'public-area': { zh: '公共领域风险源', en: 'Public-area risk source' },
} as const satisfies Dictionary

export type EnterpriseKind = keyof typeof ENTERPRISE_KINDS
export const ENTERPRISE_KIND_CODES = codesOf(ENTERPRISE_KINDS)
