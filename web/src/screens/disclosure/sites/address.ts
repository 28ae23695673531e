import type { LocationQuery } from 'vue-router'
import { SITE_VIEWS, type SiteFilters } from './site-rows.ts'

const text = (query: LocationQuery, name: string): string =>
  typeof query[name] === 'string' ? query[name] : ''

/** Filters of the list of sites as the address says; what a draft will publish where it says nothing. */
export function readSiteFilters(query: LocationQuery): SiteFilters {
  return {
    show: SITE_VIEWS.find((view) => view === query['show']) ?? 'in',
    q: text(query, 'q'),
    town: text(query, 'town'),
    kind: text(query, 'kind'),
    level: text(query, 'level'),
  }
}
