import { isDay } from '@onemap/api/domain/calendar'
import {
  HAZARD_GRADE_CODES,
  HAZARD_ORIGIN_CODES,
  HAZARD_STATUS_CODES,
} from '@onemap/api/domain/hazard'
import { EXTENSION_CODES, SUPERVISION_CODES } from '@onemap/api/domain/hazard-supervision'
import type { LocationQuery } from 'vue-router'
import { HAZARD_COLUMN_CODES, type HazardColumn } from './columns.ts'

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const DAY = { test: (text: string) => isDay(text) }
const listOf = (item: string): RegExp => new RegExp(`^${item}(,${item})*$`)
const oneOf = (codes: readonly string[]): RegExp => listOf(`(${codes.join('|')})`)

/** What narrows the list, as in the address so to the server, each with the texts it takes. */
const FACETS = {
  /** Part of the enterprise's name, of its pinyin initials or of its credit code. */
  q: /^.{1,60}$/u,
  status: oneOf(HAZARD_STATUS_CODES),
  grade: oneOf(HAZARD_GRADE_CODES),
  overdue: /^(true|false)$/,
  origin: oneOf(HAZARD_ORIGIN_CODES),
  extension: oneOf(EXTENSION_CODES),
  supervision: oneOf(SUPERVISION_CODES),
  areaCode: listOf(String.raw`\d{6}(\d{3}(\d{3})?)?`),
  gridId: listOf(UUID),
  officeId: listOf(UUID),
  industryCode: listOf(String.raw`[A-Z]?\d{2,4}`),
  enterpriseId: new RegExp(`^${UUID}$`),
  reportedFrom: DAY,
  reportedTo: DAY,
  deadlineFrom: DAY,
  deadlineTo: DAY,
  acceptedFrom: DAY,
  acceptedTo: DAY,
} as const satisfies Readonly<Record<string, Pick<RegExp, 'test'>>>

export type HazardFacet = keyof typeof FACETS
/** What the list of hazards is narrowed by; what is absent narrows nothing, several values are separated by commas. */
export type HazardFilters = { readonly [Facet in HazardFacet]?: string }

/** Reads the filters from an address; what is not known is dropped, an old link still opens. */
export function readHazardFilters(query: LocationQuery): HazardFilters {
  return Object.fromEntries(
    Object.entries(FACETS).flatMap(([facet, pattern]) => {
      const value = query[facet]
      const text = typeof value === 'string' ? value.trim() : ''
      return pattern.test(text) ? [[facet, text]] : []
    }),
  )
}

/** The columns an address asks for, in the order of the table; undefined where it asks for none. */
export function readColumns({ columns }: LocationQuery): readonly HazardColumn[] | undefined {
  if (typeof columns !== 'string') return undefined
  const asked = columns.split(',')
  const found = HAZARD_COLUMN_CODES.filter((code) => asked.includes(code))
  return found.length === 0 ? undefined : found
}

/** Whether two sets of filters narrow alike. */
export function sameFilters(one: HazardFilters, other: HazardFilters): boolean {
  const normal = (filters: HazardFilters): string =>
    JSON.stringify(
      Object.entries(filters)
        .map(([name, value]) => [name, value.split(',').toSorted().join(',')])
        .toSorted(),
    )
  return normal(one) === normal(other)
}
