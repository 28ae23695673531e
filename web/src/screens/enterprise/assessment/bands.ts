import type { Threshold } from '@onemap/api/domain/assessment-table'
import { RISK_LEVEL_ORDER, type RiskLevel } from '@onemap/api/domain/risk-level'

/** What scores a level has, such as `160 < D ≤ 320`. */
export interface Band {
  readonly level: RiskLevel
  readonly text: string
}

const lower = (threshold: Threshold, letter: string, alone: boolean): string => {
  const [bound, sign, turned] =
    'above' in threshold ? [threshold.above, '>', '<'] : [threshold.from, '≥', '≤']
  return alone ? `${letter} ${sign} ${bound}` : `${bound} ${turned} ${letter}`
}
const upper = (threshold: Threshold): string =>
  'above' in threshold ? `≤ ${threshold.above}` : `< ${threshold.from}`

/** The bands of a profile's thresholds, the most dangerous first. @param letter of the product: D for LEC, R for LS */
export function bandsOf(thresholds: readonly Threshold[], letter: string): readonly Band[] {
  return RISK_LEVEL_ORDER.flatMap((level): Band[] => {
    const at = thresholds.findIndex((threshold) => threshold.level === level)
    const own = thresholds[at]
    const before = thresholds[(own === undefined ? thresholds.length : at) - 1]
    if (own === undefined)
      return level === 4 && before !== undefined
        ? [{ level, text: `${letter} ${upper(before)}` }]
        : []
    return [
      {
        level,
        text:
          before === undefined
            ? lower(own, letter, true)
            : `${lower(own, letter, false)} ${upper(before)}`,
      },
    ]
  })
}
