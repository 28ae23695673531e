import { ENTERPRISE_KIND_CODES } from '@onemap/api/domain/enterprise-kind'
import { periodAsked } from '@onemap/api/domain/figures-period'
import { PATROL_DIMENSION_CODES, type PatrolDimension } from '@onemap/api/domain/patrol-statistics'
import { isDay, lastDayOf } from '@onemap/api/domain/calendar'
import type { LocationQuery } from 'vue-router'
import { MEASURE_CODES, type Measure } from './measures.ts'

const TOWN = /^\d{9}$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What is counted and what the map shows, as in the address. */
export interface PatrolFilters {
  readonly by: PatrolDimension
  /** First and last day. */
  readonly from: string
  readonly to: string
  readonly kind?: string
  readonly areaCode?: string
  /** What shades the grids. */
  readonly measure: Measure
  /** The grid that is looked at; it narrows nothing. */
  readonly grid?: string
}

const text = (query: LocationQuery, name: string): string => {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

const known = (narrowing: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(narrowing).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  )

/** Reads what is counted from an address; by default the month that figures are told of, by grid. @param today `YYYY-MM-DD` in China */
export function readPatrolFilters(query: LocationQuery, today: string): PatrolFilters {
  const asked = (name: 'from' | 'to') => (isDay(text(query, name)) ? text(query, name) : undefined)
  const { from: first, to } = periodAsked(asked('from'), asked('to'), today)
  const from = first <= to ? first : `${to.slice(0, 7)}-01`
  return {
    by: PATROL_DIMENSION_CODES.find((code) => code === text(query, 'by')) ?? 'grid',
    from,
    to,
    measure: MEASURE_CODES.find((code) => code === text(query, 'measure')) ?? 'coverage',
    ...known({
      kind: ENTERPRISE_KIND_CODES.find((code) => code === text(query, 'kind')),
      areaCode: TOWN.test(text(query, 'areaCode')) ? text(query, 'areaCode') : undefined,
      grid: UUID.test(text(query, 'grid')) ? text(query, 'grid') : undefined,
    }),
  }
}

/** Writes it; what is as by default leaves no trace. */
export function writePatrolFilters(filters: PatrolFilters, today: string): Record<string, string> {
  const plain = readPatrolFilters({}, today)
  const { from, to, ...rest } = filters
  const choices = Object.entries({
    by: plain.by,
    measure: plain.measure,
    kind: '',
    areaCode: '',
    grid: '',
  })
  const chosen = choices.flatMap(([name, usual]) => {
    const value = Object.entries(rest).find(([key]) => key === name)?.[1] ?? ''
    return value === usual ? [] : [[name, value]]
  })
  return Object.fromEntries([
    ...chosen,
    ...(from === plain.from && to === plain.to
      ? []
      : [
          ['from', from],
          ['to', to],
        ]),
  ])
}

export type PatrolPeriod = 'month' | 'lastMonth' | 'quarter' | 'year'

/** The periods asked for every day, whole: what is due until their last day counts from their first. */
export function periodsOf(
  today: string,
): Readonly<Record<PatrolPeriod, { from: string; to: string }>> {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const monthOf = (number: number): string =>
    new Date(Date.UTC(year, number - 1, 1)).toISOString().slice(0, 7)
  const months = (first: number, last: number) => ({
    from: `${monthOf(first)}-01`,
    to: lastDayOf(monthOf(last)),
  })
  const quarter = month - ((month - 1) % 3)
  return {
    month: months(month, month),
    lastMonth: months(month - 1, month - 1),
    quarter: months(quarter, quarter + 2),
    year: months(1, 12),
  }
}

/** The list of visits behind a row. */
export function visitsBehind(
  { by, from, to, kind, areaCode }: PatrolFilters,
  key: string,
): Record<string, string> {
  const common = { ...known({ kind, areaCode }), from, to }
  switch (by) {
    case 'grid':
      return { ...common, gridId: key }
    case 'person':
      return { ...common, userId: key }
    case 'town':
      return { ...common, areaCode: key }
    case 'month':
      return { ...common, from: later(from, `${key}-01`), to: earlier(to, lastDayOf(key)) }
    case 'office':
      return common
  }
}

const later = (one: string, other: string): string => (one > other ? one : other)
const earlier = (one: string, other: string): string => (one < other ? one : other)
