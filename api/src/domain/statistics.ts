import { lastDayOf } from './calendar.ts'
import type { Dictionary } from './dictionary.ts'
import { codesOf } from './dictionary.ts'
import type { HazardGrade, HazardStatus } from './hazard.ts'
import { isOverdue, todayInChina } from './overdue.ts'

/** By what hazards are counted. */
export const STATISTIC_DIMENSIONS = {
  town: { zh: '镇街', en: 'Town' },
  grid: { zh: '网格', en: 'Grid' },
  office: { zh: '科室', en: 'Office' },
  industry: { zh: '行业', en: 'Industry' },
  month: { zh: '月份', en: 'Month' },
} as const satisfies Dictionary

export type StatisticDimension = keyof typeof STATISTIC_DIMENSIONS
export const STATISTIC_DIMENSION_CODES = codesOf(STATISTIC_DIMENSIONS)

/** What the figures need to know of a hazard; times are instants, the deadline a day in China. */
export interface Counted {
  readonly enterpriseId: string
  readonly status: HazardStatus
  readonly grade: HazardGrade | null
  readonly reportedAt: Date
  readonly deadline: string | null
  readonly acceptedAt: Date | null
  readonly closedAt: Date | null
}

/** First and last day of what is counted, and the day it is counted on: `YYYY-MM-DD` in China. */
export interface Period {
  readonly from: string
  readonly to: string
  readonly today: string
}

/** Counts of a period. Every count is a sum over hazards, so that groups add up to the whole (but not `units`). */
export interface Tally {
  /** 单位数: enterprises where something was found. */
  readonly units: number
  /** 排查: reported in the period and not void. */
  readonly found: number
  readonly foundGeneral: number
  readonly foundMajor: number
  /** 已整改: of those found, accepted by the end of the period. */
  readonly fixed: number
  readonly fixedGeneral: number
  /** 重大已销号: of the major ones found, closed by the end of the period. */
  readonly closedMajor: number
  /** 到期: last day in time within the period, today at the latest, and not void. */
  readonly due: number
  /** Of those due, accepted by the deadline. */
  readonly onTime: number
  /** Of those due, accepted after the deadline. */
  readonly late: number
  /** Of those due, overdue today: the one rule of overdue.ts. */
  readonly overdue: number
}

/** Ratios from 0 to 1; null where there is nothing to divide by, which is shown as —. */
export interface Rates {
  /** 整改率 = 已整改 ÷ 排查. */
  readonly rectification: number | null
  /** 按期整改率 = 按期通过验收 ÷ 到期. */
  readonly onTime: number | null
  /** 超期率 = (超期未整改 + 超期整改) ÷ 到期. */
  readonly overdue: number | null
}

export const NOTHING_COUNTED: Tally = {
  units: 0,
  found: 0,
  foundGeneral: 0,
  foundMajor: 0,
  fixed: 0,
  fixedGeneral: 0,
  closedMajor: 0,
  due: 0,
  onTime: 0,
  late: 0,
  overdue: 0,
}

const FIXED: readonly HazardStatus[] = ['accepted', 'closed']

/** Counts hazards. This is the definition; api/src/statistics/queries.ts says the same in SQL and is tested against it. */
export function tally(hazards: readonly Counted[], { from, to, today }: Period): Tally {
  const standing = hazards.filter(({ status }) => status !== 'void')
  const within = (day: string): boolean => day >= from && day <= to
  const by = (day: string, moment: Date | null): boolean =>
    moment !== null && todayInChina(moment) <= day
  const isFixed = (hazard: Counted): boolean => FIXED.includes(hazard.status)

  const found = standing.filter(({ reportedAt }) => within(todayInChina(reportedAt)))
  const fixed = found.filter((hazard) => isFixed(hazard) && by(to, hazard.acceptedAt))
  const due = standing.filter(
    ({ deadline }) => deadline !== null && within(deadline) && deadline <= today,
  )
  const settled = due.filter(isFixed)
  const onTime = settled.filter(
    ({ deadline, acceptedAt }) => deadline !== null && by(deadline, acceptedAt),
  )
  const graded = (of: readonly Counted[], grade: HazardGrade): readonly Counted[] =>
    of.filter((hazard) => hazard.grade === grade)
  return {
    units: new Set(found.map(({ enterpriseId }) => enterpriseId)).size,
    found: found.length,
    foundGeneral: graded(found, 'general').length,
    foundMajor: graded(found, 'major').length,
    fixed: fixed.length,
    fixedGeneral: graded(fixed, 'general').length,
    closedMajor: graded(found, 'major').filter(
      ({ status, closedAt }) => status === 'closed' && by(to, closedAt),
    ).length,
    due: due.length,
    onTime: onTime.length,
    late: settled.length - onTime.length,
    overdue: due.filter((hazard) => isOverdue(hazard, today)).length,
  }
}

/** The official formulas. */
export function ratesOf({
  found,
  fixed,
  due,
  onTime,
  late,
  overdue,
}: Pick<Tally, 'found' | 'fixed' | 'due' | 'onTime' | 'late' | 'overdue'>): Rates {
  return {
    rectification: ratio(fixed, found),
    onTime: ratio(onTime, due),
    overdue: ratio(overdue + late, due),
  }
}

/** Part of a whole from 0 to 1; null where the whole is zero. */
export function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

/** A ratio as it is shown: per cent with one decimal, `—` where there is none. */
export function percent(value: number | null): string {
  return value === null ? '—' : `${(value * 100).toFixed(1)}%`
}

/** First and last day of a month `YYYY-MM`, counted from January on as the official table does. */
export function cumulativePeriod(month: string): { readonly from: string; readonly to: string } {
  return { from: `${month.slice(0, 4)}-01-01`, to: lastDayOf(month) }
}
