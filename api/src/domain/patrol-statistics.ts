import { codesOf, type Dictionary } from './dictionary.ts'
import { ratio } from './statistics.ts'

/** By what patrols are counted. */
export const PATROL_DIMENSIONS = {
  grid: { zh: '网格', en: 'Grid' },
  person: { zh: '网格员', en: 'Person' },
  town: { zh: '镇街', en: 'Town' },
  office: { zh: '科室', en: 'Office' },
  month: { zh: '月份', en: 'Month' },
} as const satisfies Dictionary
export type PatrolDimension = keyof typeof PATROL_DIMENSIONS
export const PATROL_DIMENSION_CODES = codesOf(PATROL_DIMENSIONS)

/**
 * Counts of a period; what lies too far away counts as a visit made, but covers nothing. Due to a person is what is
 * due in their grids, and only what they did themselves is theirs: a grid has several people, who share its visits.
 */
export interface PatrolTally {
  /** 应巡对象: objects with a visit whose last day in time lies within the period. */
  readonly dueObjects: number
  /** 已巡对象: of those, visited for at least one of these visits, within its time. */
  readonly visitedObjects: number
  /** 到期应巡: visits whose last day is over. */
  readonly dueVisits: number
  /** 按期: of those, made within their time. */
  readonly onTimeVisits: number
  /** 巡查次数. */
  readonly visits: number
  /** 发现隐患: of these visits, void ones left out. */
  readonly hazardsFound: number
  /** 核实整改: hazards that a grid member's review passed, or that a visit saw to be rectified. */
  readonly closuresVerified: number
}

/** Ratios; null where there is nothing to divide by, which is shown as —. */
export interface PatrolRates {
  /** 覆盖率 = 已巡对象 ÷ 应巡对象, from 0 to 1. */
  readonly coverage: number | null
  /** 按期率 = 按期 ÷ 到期应巡, from 0 to 1. */
  readonly onTime: number | null
  /** 次均发现隐患; may exceed 1. */
  readonly hazardsPerVisit: number | null
}

/** The formulas of grid supervision. */
export function patrolRates({
  dueObjects,
  visitedObjects,
  dueVisits,
  onTimeVisits,
  visits,
  hazardsFound,
}: PatrolTally): PatrolRates {
  return {
    coverage: ratio(visitedObjects, dueObjects),
    onTime: ratio(onTimeVisits, dueVisits),
    hazardsPerVisit: ratio(hazardsFound, visits),
  }
}
