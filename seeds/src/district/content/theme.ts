import type { AccidentType } from '@onemap/api/domain/accident-type'
import type { ControlLevel } from '@onemap/api/domain/control-level'
import type { MeasureCategory } from '@onemap/api/domain/control-measure'
import type { Factor, OccupationalFactor, RiskCategory } from '@onemap/api/domain/hazard-factors'

/** Texts may name their surroundings: `{point}` `{unit}` `{team}` `{post}`. */
export type MeasureText = readonly [category: MeasureCategory, content: string]

/** 隐患描述, 整改要求; `now` where it is put right on the spot. */
export type FaultText = readonly [defect: string, remedy: string, pace?: 'now']

/** 重大隐患: what was found, the clause it is major by, what the plan is to do. */
export type MajorFaultText = readonly [defect: string, criteria: string, remedy: string]

/** A kind of danger with what the trade does against it, whatever the industry. */
export interface Theme {
  readonly factor: Factor
  readonly accident: AccidentType
  readonly category?: RiskCategory
  readonly occupational?: OccupationalFactor
  /** Why it may happen; said where a hazard source names only what happens. */
  readonly causes: readonly string[]
  readonly measures: Readonly<Record<ControlLevel, readonly MeasureText[]>>
  readonly faults: readonly FaultText[]
  readonly majors?: readonly MajorFaultText[]
}

/** Keeps the keys of a group of themes while checking every one. */
export function themes<Key extends string>(
  group: Readonly<Record<Key, Theme>>,
): Readonly<Record<Key, Theme>> {
  return group
}
