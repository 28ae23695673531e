import { isDay, isMonth, lastDayOf } from '@onemap/api/domain/calendar'
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

/** Reads what is counted from an address; by default this year by town. @param today `YYYY-MM-DD` in China */
export function readStatisticFilters(query: LocationQuery, today: string): StatisticFilters {
  const by = STATISTIC_DIMENSION_CODES.find((code) => code === text(query, 'by')) ?? 'town'
  const to = isDay(text(query, 'to')) ? text(query, 'to') : today
  const from =
    isDay(text(query, 'from')) && text(query, 'from') <= to
      ? text(query, 'from')
      : `${to.slice(0, 4)}-01-01`
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

/** The month of an address, this one by default. */
export function readMonth(query: LocationQuery, today: string): string {
  const month = text(query, 'month')
  return isMonth(month) && month <= today.slice(0, 7) ? month : today.slice(0, 7)
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
