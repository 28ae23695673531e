import { isDay, isMonth, lastDayOf } from '@onemap/api/domain/calendar'
import { figuresMonth, periodAsked } from '@onemap/api/domain/figures-period'
import { ENTERPRISE_KIND_CODES } from '@onemap/api/domain/enterprise-kind'
import { STATISTIC_DIMENSION_CODES, type StatisticDimension } from '@onemap/api/domain/statistics'
import type { LocationQuery } from 'vue-router'

/** What is counted, as in the address. */
export interface StatisticFilters {
  readonly by: StatisticDimension
  /** First and last day. */
  readonly from: string
  readonly to: string
  readonly kind?: string
  readonly areaCode?: string
}

const text = (query: LocationQuery, name: string): string => {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

/** Reads what is counted from an address; by default the month that figures are told of, by town. @param today `YYYY-MM-DD` in China */
export function readStatisticFilters(query: LocationQuery, today: string): StatisticFilters {
  const by = STATISTIC_DIMENSION_CODES.find((code) => code === text(query, 'by')) ?? 'town'
  const asked = (name: 'from' | 'to') => (isDay(text(query, name)) ? text(query, name) : undefined)
  const whole = periodAsked(asked('from'), asked('to'), today)
  // What is found and what falls due is known until today.
  const to = asked('to') ?? (asked('from') === undefined ? earlier(whole.to, today) : today)
  const from = whole.from <= to ? whole.from : `${to.slice(0, 7)}-01`
  const kind = ENTERPRISE_KIND_CODES.find((code) => code === text(query, 'kind'))
  const areaCode = /^\d{9}$/.test(text(query, 'areaCode')) ? text(query, 'areaCode') : undefined
  return {
    by,
    from,
    to,
    ...(kind === undefined ? {} : { kind }),
    ...(areaCode === undefined ? {} : { areaCode }),
  }
}

/** The month of an address, by default the one that figures are told of. */
export function readMonth(query: LocationQuery, today: string): string {
  const month = text(query, 'month')
  return isMonth(month) && month <= today.slice(0, 7) ? month : figuresMonth(today)
}

export type Preset = 'year' | 'quarter' | 'month' | 'lastMonth'

/** The periods asked for every day. */
export function presetsOf(today: string): Readonly<Record<Preset, { from: string; to: string }>> {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const firstOf = (number: number): string =>
    new Date(Date.UTC(year, number - 1, 1)).toISOString().slice(0, 10)
  const last = firstOf(month - 1)
  return {
    year: { from: firstOf(1), to: today },
    quarter: { from: firstOf(month - ((month - 1) % 3)), to: today },
    month: { from: firstOf(month), to: today },
    lastMonth: { from: last, to: lastDayOf(last.slice(0, 7)) },
  }
}

const NARROWING = {
  town: 'areaCode',
  grid: 'gridId',
  office: 'officeId',
  industry: 'industryCode',
} as const

/** The list of hazards behind what a row found. */
export function listBehind(
  { by, from, to, kind, areaCode }: StatisticFilters,
  key: string,
): Record<string, string> {
  const own =
    by === 'month'
      ? { reportedFrom: later(from, `${key}-01`), reportedTo: earlier(to, lastDayOf(key)) }
      : { [NARROWING[by]]: key, reportedFrom: from, reportedTo: to }
  return {
    ...(areaCode === undefined ? {} : { areaCode }),
    ...(kind === undefined ? {} : { kind }),
    ...own,
  }
}

const later = (one: string, other: string): string => (one > other ? one : other)
const earlier = (one: string, other: string): string => (one < other ? one : other)
