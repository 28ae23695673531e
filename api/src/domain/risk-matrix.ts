import Big from 'big.js'
import type { LsProfile } from './ls-profiles.ts'
import { levelOfScore, requireTableValue, type Scored } from './assessment-table.ts'

/** L 可能性, S 严重性 (the worst of its columns): values of the profile's tables. */
export interface LsInput {
  readonly l: number
  readonly s: number
}

/**
 * 风险矩阵分析法: R = L × S.
 * @throws ValueOutsideTableError when a value is not in the profile's table.
 */
export function assessLs(profile: LsProfile, input: LsInput): Scored {
  requireTableValue('l', input.l, profile.l)
  requireTableValue('s', input.s, profile.s)
  const score = new Big(input.l).times(input.s)
  return { score: score.toFixed(), level: levelOfScore(profile.thresholds, score) }
}
