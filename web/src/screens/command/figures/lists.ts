import { OPEN_HAZARD_STATUSES } from '@onemap/api/domain/hazard'
import type { RouteLocationRaw } from 'vue-router'
import type { MapFilters } from '../../../map/types.ts'

/** The list of hazards behind a figure, narrowed as the screen is; none of a past day: the list knows only now. */
export function listOfHazards(
  { grids, towns, industries, grades, hazardStatuses, q }: MapFilters,
  day: string | null,
  which: 'open' | 'overdue' | 'major',
): RouteLocationRaw | null {
  if (day !== null) return null
  const statuses =
    hazardStatuses.length === 0
      ? OPEN_HAZARD_STATUSES
      : OPEN_HAZARD_STATUSES.filter((status) => hazardStatuses.includes(status))
  const entries: [string, string][] = [
    ['status', which === 'overdue' ? '' : statuses.join(',')],
    ['grade', which === 'major' ? 'major' : grades.join(',')],
    ['overdue', which === 'overdue' ? 'true' : ''],
    ['areaCode', towns.join(',')],
    ['gridId', grids.join(',')],
    ['industryCode', industries.join(',')],
    ['q', q.trim()],
  ]
  return { name: 'hazards', query: Object.fromEntries(entries.filter(([, value]) => value !== '')) }
}

/** What was found and rectified in a month, town by town. */
export const listOfStatistics = (
  month: { readonly from: string; readonly to: string } | undefined,
): RouteLocationRaw => ({
  name: 'statistics',
  query: { by: 'town', ...(month === undefined ? {} : { from: month.from, to: month.to }) },
})

/** Who patrolled on a day. */
export const listOfGrids = (day: string | undefined): RouteLocationRaw => ({
  name: 'patrols',
  query: day === undefined ? {} : { from: day, to: day },
})

/** Notices to neighbours and who has not signed. */
export const listOfNotices = (): RouteLocationRaw => ({
  name: 'notices',
  query: { receipt: 'waiting' },
})
