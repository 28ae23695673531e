import type { Bounds } from '../../../map/limit-rows.ts'
import type { LonLat, MapFilters } from '../../../map/types.ts'
import { writeShape } from '../address.ts'

/** The screen's filters as `/api/command/figures` takes them; what does not limit is absent. */
export function figureQuery(
  filters: MapFilters,
  day: string | null,
  bounds: Bounds | null,
  shape: readonly LonLat[] | null,
): Record<string, string> {
  const entries: [string, string][] = [
    ['at', day ?? ''],
    ['kind', filters.kinds.join(',')],
    ['riskLevel', filters.levels.join(',')],
    ['gridId', filters.grids.join(',')],
    ['areaCode', filters.towns.join(',')],
    ['industryCode', filters.industries.join(',')],
    ['accidentType', filters.accidentTypes.join(',')],
    ['hazardStatus', filters.hazardStatuses.join(',')],
    ['grade', filters.grades.join(',')],
    ['overdue', filters.overdueOnly ? 'true' : ''],
    ['q', filters.q.trim()],
    ['polygon', shape === null ? '' : writeShape(shape)],
    ['bbox', bounds === null ? '' : bounds.join(',')],
  ]
  return Object.fromEntries(entries.filter(([, value]) => value !== ''))
}
