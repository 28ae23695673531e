import { codesOf, type Dictionary } from './dictionary.ts'

/** 四类因素 (人、物、环境、管理; GB/T 13861): why a hazard source can cause harm. */
export const FACTORS = {
  human: { zh: '人的不安全行为', en: 'Unsafe act' },
  object: { zh: '物的不安全状态', en: 'Unsafe condition' },
  environment: { zh: '环境的不良因素', en: 'Adverse environment' },
  management: { zh: '管理缺陷', en: 'Management defect' },
} as const satisfies Dictionary

export type Factor = keyof typeof FACTORS
export const FACTOR_CODES = codesOf(FACTORS)

/** 风险类别 (台经信字〔2016〕36号): not GB 6441 types, 泄漏 has no accident type of its own. */
export const RISK_CATEGORIES = {
  leak: { zh: '泄漏', en: 'Leak' },
  fire: { zh: '火灾', en: 'Fire' },
  explosion: { zh: '爆炸', en: 'Explosion' },
  poisoning: { zh: '中毒', en: 'Poisoning' },
  collapse: { zh: '坍塌', en: 'Collapse' },
  fall: { zh: '坠落', en: 'Fall' },
} as const satisfies Dictionary

export type RiskCategory = keyof typeof RISK_CATEGORIES
export const RISK_CATEGORY_CODES = codesOf(RISK_CATEGORIES)

/** 职业病危害因素 (台经信字〔2016〕36号). */
export const OCCUPATIONAL_FACTORS = {
  heat: { zh: '高温', en: 'Heat' },
  dust: { zh: '粉尘', en: 'Dust' },
  chemical: { zh: '化学物', en: 'Chemicals' },
  noise: { zh: '噪声', en: 'Noise' },
  radiation: { zh: '电离辐射', en: 'Ionising radiation' },
} as const satisfies Dictionary

export type OccupationalFactor = keyof typeof OCCUPATIONAL_FACTORS
export const OCCUPATIONAL_FACTOR_CODES = codesOf(OCCUPATIONAL_FACTORS)
