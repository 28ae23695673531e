import type Big from 'big.js'
import type { Label } from './dictionary.ts'
import { DomainError } from './errors.ts'
import type { RiskLevel } from './risk-level.ts'

/** One row of a value table: the value that may be chosen and what it stands for. */
export interface TableValue {
  readonly value: number
  readonly label: Label
}

/** Scores above (`above`) or not below (`from`) a decimal belong to the level. */
export type Threshold =
  | { readonly level: RiskLevel; readonly above: string }
  | { readonly level: RiskLevel; readonly from: string }

/** What a method computes: the score as an exact decimal such as `'0.05'`, and its level. */
export interface Scored {
  readonly score: string
  readonly level: RiskLevel
}

/** A value was given that the profile's table does not have. */
export class ValueOutsideTableError extends DomainError {
  override readonly name = 'ValueOutsideTableError'
  readonly field: string
  readonly value: number
  readonly allowed: readonly number[]

  constructor(field: string, value: number, allowed: readonly number[]) {
    const expected = allowed.join(', ')
    const text = {
      zh: `${field.toUpperCase()} 不能取 ${value}，只能取：${expected}`,
      en: `${field.toUpperCase()} cannot be ${value}; allowed: ${expected}`,
    }
    super('value-outside-table', 400, text, [{ field, text, expected }])
    this.field = field
    this.value = value
    this.allowed = allowed
  }
}

/** @throws ValueOutsideTableError unless `value` is one of the table's values. */
export function requireTableValue(
  field: string,
  value: number,
  table: readonly TableValue[],
): void {
  const allowed = table.map((row) => row.value)
  if (!allowed.includes(value)) throw new ValueOutsideTableError(field, value, allowed)
}

/** The level of the first threshold the score reaches; thresholds run from the most dangerous down, and all else is level 4. */
export function levelOfScore(thresholds: readonly Threshold[], score: Big): RiskLevel {
  const reached = thresholds.find((threshold) =>
    'above' in threshold ? score.gt(threshold.above) : score.gte(threshold.from),
  )
  return reached?.level ?? 4
}
