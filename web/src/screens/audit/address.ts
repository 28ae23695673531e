import { AUDIT_ACTION_CODES, AUDITED_TABLE_CODES } from '@onemap/api/domain/audit'
import { isDay } from '@onemap/api/domain/calendar'
import type { LocationQuery } from 'vue-router'

/** What the record is narrowed by, as it stands in the address; what is absent narrows nothing. */
export interface AuditFilters {
  readonly person?: string
  readonly action?: string
  readonly table?: string
  readonly object?: string
  /** First and last day in China. */
  readonly from?: string
  readonly to?: string
}

const AUDIT_FACETS = [
  'person',
  'action',
  'table',
  'object',
  'from',
  'to',
] as const satisfies readonly (keyof AuditFilters)[]

const within = (codes: readonly string[]) => (text: string) => codes.includes(text)
const UNDERSTOOD: Readonly<Record<keyof AuditFilters, (text: string) => boolean>> = {
  person: () => true,
  action: within(AUDIT_ACTION_CODES),
  table: within(AUDITED_TABLE_CODES),
  object: () => true,
  from: (text) => isDay(text),
  to: (text) => isDay(text),
}

/** Reads the filters from an address; what is not known is dropped. */
export function readAuditFilters(query: LocationQuery): AuditFilters {
  return Object.fromEntries(
    AUDIT_FACETS.flatMap((facet) => {
      const value = query[facet]
      const text = typeof value === 'string' ? value.trim() : ''
      return text !== '' && UNDERSTOOD[facet](text) ? [[facet, text]] : []
    }),
  )
}
