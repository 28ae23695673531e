import { profileOn } from './assessment-profile.ts'
import { codesOf, type Dictionary } from './dictionary.ts'
import { DIRECT_PROFILE, type DirectCriterion } from './direct-criteria.ts'
import { assessLec, type LecInput } from './lec.ts'
import { assessLs, type LsInput } from './risk-matrix.ts'
import type { RiskLevel } from './risk-level.ts'

/** 评价方法. */
export const ASSESSMENT_METHODS = {
  LEC: { zh: '作业条件危险性分析（LEC）', en: 'LEC' },
  LS: { zh: '风险矩阵分析（LS）', en: 'Risk matrix (LS)' },
  DIRECT: { zh: '直接判定', en: 'Direct criterion' },
} as const satisfies Dictionary

export type AssessmentMethod = keyof typeof ASSESSMENT_METHODS
export const ASSESSMENT_METHOD_CODES = codesOf(ASSESSMENT_METHODS)

export type AssessmentInput =
  | ({ readonly method: 'LEC' } & LecInput)
  | ({ readonly method: 'LS' } & LsInput)
  | { readonly method: 'DIRECT'; readonly criterion: DirectCriterion }

export interface AssessmentOptions {
  /** A direct criterion that also holds: the level becomes 1, the score stays what it is. */
  readonly direct?: DirectCriterion | null
  /** Day of the assessment, `YYYY-MM-DD`: its profile version is used. @default the newest version */
  readonly date?: string
  /** @default the classic LEC or the standard LS profile */
  readonly profileId?: string
}

export interface AssessmentResult {
  /** Exact decimal such as `'0.05'`; null when a direct criterion alone decided. */
  readonly score: string | null
  readonly level: RiskLevel
  readonly profileId: string
  readonly profileVersion: number
}

const NEWEST = '9999-12-31'

/**
 * Grades a hazard source.
 * @throws ValueOutsideTableError, ProfileNotFoundError
 */
export function assess(input: AssessmentInput, options: AssessmentOptions = {}): AssessmentResult {
  if (input.method === 'DIRECT') {
    return {
      score: null,
      level: 1,
      profileId: DIRECT_PROFILE.id,
      profileVersion: DIRECT_PROFILE.version,
    }
  }
  const { profile, score, level } =
    input.method === 'LEC' ? byLec(input, options) : byLs(input, options)
  return {
    score,
    level: options.direct ? 1 : level,
    profileId: profile.id,
    profileVersion: profile.version,
  }
}

function byLec(input: LecInput, { date = NEWEST, profileId }: AssessmentOptions) {
  const profile = profileOn('LEC', date, profileId)
  return { profile, ...assessLec(profile, input) }
}

function byLs(input: LsInput, { date = NEWEST, profileId }: AssessmentOptions) {
  const profile = profileOn('LS', date, profileId)
  return { profile, ...assessLs(profile, input) }
}
