import { codesOf, type Dictionary } from './dictionary.ts'

/** 评价阶段: the risk without its controls, and the risk that remains with them. */
export const ASSESSMENT_STAGES = {
  inherent: { zh: '固有风险', en: 'Inherent risk' },
  residual: { zh: '现有风险', en: 'Residual risk' },
} as const satisfies Dictionary

export type AssessmentStage = keyof typeof ASSESSMENT_STAGES
export const ASSESSMENT_STAGE_CODES = codesOf(ASSESSMENT_STAGES)
