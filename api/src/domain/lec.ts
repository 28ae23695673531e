import Big from 'big.js'
import type { LecProfile } from './lec-profiles.ts'
import { levelOfScore, requireTableValue, type Scored } from './assessment-table.ts'

/** L 可能性, E 暴露频率, C 后果: values of the profile's tables. */
export interface LecInput {
  readonly l: number
  readonly e: number
  readonly c: number
}

/**
 * 作业条件危险性分析法: D = L × E × C, in exact decimals.
 * @throws ValueOutsideTableError when a value is not in the profile's table.
 */
export function assessLec(profile: LecProfile, input: LecInput): Scored {
  requireTableValue('l', input.l, profile.l)
  requireTableValue('e', input.e, profile.e)
  requireTableValue('c', input.c, profile.c)
  const score = new Big(input.l).times(input.e).times(input.c)
  return { score: score.toFixed(), level: levelOfScore(profile.thresholds, score) }
}
