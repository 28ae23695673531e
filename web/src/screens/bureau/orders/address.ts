import { ORDER_STATUS_CODES } from '@onemap/api/domain/supervision-order'
import type { LocationQuery } from 'vue-router'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const FACETS = {
  q: (text: string) => text.length <= 60,
  status: (text: string) =>
    text.split(',').every((code) => ORDER_STATUS_CODES.some((known) => known === code)),
  overdue: (text: string) => text === 'true' || text === 'false',
  enterpriseId: (text: string) => UUID.test(text),
  hazardId: (text: string) => UUID.test(text),
  officeId: (text: string) => UUID.test(text),
} as const

export type OrderFilters = { readonly [Facet in keyof typeof FACETS]?: string }

/** Reads the filters of the list from an address; what is not known is dropped. */
export function readOrderFilters(query: LocationQuery): OrderFilters {
  return Object.fromEntries(
    Object.entries(FACETS).flatMap(([facet, isUnderstood]) => {
      const value = query[facet]
      const text = typeof value === 'string' ? value.trim() : ''
      return text !== '' && isUnderstood(text) ? [[facet, text]] : []
    }),
  )
}
