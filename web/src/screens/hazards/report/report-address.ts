import type { LocationQuery, RouteLocationRaw } from 'vue-router'

/** What a report is about, as far as it is known where it begins. */
export interface ReportAbout {
  readonly enterpriseId?: string
  readonly riskPointId?: string
  /** The closed hazard that is back. */
  readonly linkedTo?: string
}

const NAMES = ['enterpriseId', 'riskPointId', 'linkedTo'] as const

/**
 * Where a hazard is reported.
 * @example <RouterLink :to="reportAddress({ enterpriseId, riskPointId: id })">
 */
export function reportAddress(about: ReportAbout = {}): RouteLocationRaw {
  return {
    name: 'new-hazard',
    query: Object.fromEntries(
      NAMES.flatMap((name) => (about[name] === undefined ? [] : [[name, about[name]]])),
    ),
  }
}

/** What an address says a report is about. */
export function aboutOf(query: LocationQuery): ReportAbout {
  return Object.fromEntries(
    NAMES.flatMap((name) =>
      typeof query[name] === 'string' && query[name] !== '' ? [[name, query[name]]] : [],
    ),
  )
}
