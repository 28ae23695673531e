import { isDay } from '@onemap/api/domain/calendar'
import { PATROL_FLAG_CODES, PATROL_RESULT_CODES } from '@onemap/api/domain/patrol-visit'
import { ENTERPRISE_KIND_CODES } from '@onemap/api/domain/enterprise-kind'
import type { LocationQuery } from 'vue-router'

const UUID = '[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const DAY = { test: (text: string) => isDay(text) }
const oneOf = (codes: readonly string[]): RegExp =>
  new RegExp(`^(${codes.join('|')})(,(${codes.join('|')}))*$`)

/** What narrows the list, as in the address so to the server, each with the texts it takes. */
const FACETS = {
  /** Part of the enterprise's name, of its pinyin initials or of its credit code. */
  q: /^.{1,60}$/u,
  gridId: new RegExp(`^${UUID}$`),
  userId: new RegExp(`^${UUID}$`),
  enterpriseId: new RegExp(`^${UUID}$`),
  result: oneOf(PATROL_RESULT_CODES),
  flag: oneOf(PATROL_FLAG_CODES),
  kind: oneOf(ENTERPRISE_KIND_CODES),
  areaCode: /^\d{9}$/,
  from: DAY,
  to: DAY,
} as const satisfies Readonly<Record<string, Pick<RegExp, 'test'>>>

export type VisitFacet = keyof typeof FACETS
/** What the list of visits is narrowed by; what is absent narrows nothing. */
export type VisitFilters = { readonly [Facet in VisitFacet]?: string }

/** Reads the filters from an address; what is not known is dropped, an old link still opens. */
export function readVisitFilters(query: LocationQuery): VisitFilters {
  return Object.fromEntries(
    Object.entries(FACETS).flatMap(([facet, pattern]) => {
      const value = query[facet]
      const text = typeof value === 'string' ? value.trim() : ''
      return pattern.test(text) ? [[facet, text]] : []
    }),
  )
}
