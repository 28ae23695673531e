import { codesOf, type Dictionary } from './dictionary.ts'

/** 风险预判层级: who looks ahead, and for whom. Industry and city level are the bureau's and meant for everybody. */
export const PREJUDGEMENT_LEVELS = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  industry: { zh: '行业', en: 'Industry' },
  city: { zh: '城市', en: 'City' },
} as const satisfies Dictionary

export type PrejudgementLevel = keyof typeof PREJUDGEMENT_LEVELS
export const PREJUDGEMENT_LEVEL_CODES = codesOf(PREJUDGEMENT_LEVELS)

/** 预判依据 (台经信字〔2016〕36号): what makes somebody look ahead. */
export const PREJUDGEMENT_SOURCES = {
  'own-accident': { zh: '自身事故', en: 'Own accidents' },
  'others-accident': { zh: '他人事故', en: 'Accidents elsewhere' },
  season: { zh: '季节特点', en: 'Season' },
} as const satisfies Dictionary

export type PrejudgementSource = keyof typeof PREJUDGEMENT_SOURCES
export const PREJUDGEMENT_SOURCE_CODES = codesOf(PREJUDGEMENT_SOURCES)
