import { foldForSearch } from '@onemap/api/domain/search-text'
import type { BatchSite, Candidate, Problem } from '../queries.ts'

/** A site of the district as the draft stands to it. */
export interface SiteRow extends Candidate {
  /** `in`: will be public; `leaving`: was public and no longer will be; `out`: neither. */
  readonly state: 'in' | 'leaving' | 'out'
  readonly site: BatchSite | null
  readonly problems: readonly Problem['problem'][]
  /** Something is said in the officer's own words. */
  readonly worded: boolean
}

/** What the list can be narrowed to. */
export const SITE_VIEWS = ['in', 'proposed', 'new', 'leaving', 'problems', 'worded', 'all'] as const
export type SiteView = (typeof SITE_VIEWS)[number]

export interface SiteFilters {
  readonly show: SiteView
  readonly q: string
  readonly town: string
  readonly kind: string
  readonly level: string
}

/** Every candidate with what the draft says of it. */
export function siteRows(
  candidates: readonly Candidate[],
  sites: readonly BatchSite[],
  problems: readonly Problem[],
): SiteRow[] {
  const known = new Map(sites.map((site) => [site.enterpriseId, site]))
  return candidates.map((candidate) => {
    const site = known.get(candidate.enterpriseId) ?? null
    return {
      ...candidate,
      site,
      state: site === null ? 'out' : site.part === 'include' ? 'in' : 'leaving',
      problems: problems
        .filter(({ enterpriseId }) => enterpriseId === candidate.enterpriseId)
        .map(({ problem }) => problem),
      worded: site !== null && Object.keys(site.overrides).length > 0,
    }
  })
}

/** Whether a row belongs to a view. `proposed`: ought to be public and is not in the draft. */
export function isOfView(
  { state, suggested, published, problems, worded }: SiteRow,
  view: SiteView,
): boolean {
  switch (view) {
    case 'in':
      return state === 'in'
    case 'proposed':
      return suggested && state === 'out'
    case 'new':
      return state === 'in' && !published
    case 'leaving':
      return state === 'leaving'
    case 'problems':
      return problems.length > 0
    case 'worded':
      return worded
    case 'all':
      return true
  }
}

/** Rows that pass every filter. */
export function narrowed(
  rows: readonly SiteRow[],
  { show, q, town, kind, level }: SiteFilters,
): SiteRow[] {
  const words = foldForSearch(q)
  return rows.filter(
    (row) =>
      isOfView(row, show) &&
      (words === '' ||
        foldForSearch(row.name).includes(words) ||
        foldForSearch(row.site?.code ?? '') === words) &&
      (town === '' || row.townName === town) &&
      (kind === '' || row.kind === kind) &&
      (level === '' || String(row.level ?? 'none') === level),
  )
}
