import { RISK_LEVEL_ORDER, RISK_LEVELS, type RiskLevel } from '../../domain/risk-level.ts'
import type { Cell } from '../column.ts'
import { RISK_LEVEL_WORDS } from '../words/risk-words.ts'
import { oneOf } from './choice.ts'

/** A risk level by name, colour, number or letter, or by several of them. */
export function riskLevel(): Cell<RiskLevel> {
  return oneOf(
    RISK_LEVEL_ORDER.map((value) => {
      const { colour, ...name } = RISK_LEVELS[value]
      return {
        value,
        name,
        others: [`${name.zh}${colour.zh}`, name.en, colour.en, String(value)],
        synonyms: [`${name.zh}风险`, colour.zh, ...RISK_LEVEL_WORDS[value]],
      }
    }),
  )
}
