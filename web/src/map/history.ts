import type { EnterpriseColumns, HazardColumns, MapSnapshots, RiskPointColumns } from './columns.ts'
import { holdsDay } from './day-spans.ts'
import { filterSnapshots, type FacetCounts } from './facets.ts'
import { ABSENT, keyOf } from './filter-key.ts'
import type { EnterpriseHistory } from './parse-history.ts'
import type { MapFilters } from './types.ts'

/** How the district stood on each day of the last twelve months, from recorded history. */
export interface MapHistory {
  readonly enterprises: EnterpriseHistory
  readonly riskPoints: RiskPointColumns
  readonly hazards: HazardColumns
  /** When the server read it, ISO 8601. */
  readonly asOf: string
}

interface Days {
  enterprises: EnterpriseColumns
  latest: MapSnapshots | null
}

const known = new WeakMap<MapHistory, Days>()

/**
 * The map's data as it stood at the end of a day (days since 1970-01-01 in China). Rows are those of the whole year;
 * from day to day only the levels of enterprises are laid out anew, and only where one differs.
 */
export function historyAt(history: MapHistory, day: number): MapSnapshots {
  const days = known.get(history) ?? { enterprises: history.enterprises.columns, latest: null }
  known.set(history, days)
  if (days.latest?.past?.day === day) return days.latest
  days.enterprises = enterprisesAt(history.enterprises, day, days.enterprises)
  days.latest = {
    enterprises: days.enterprises,
    riskPoints: history.riskPoints,
    hazards: history.hazards,
    past: { day, recording: history },
  }
  return days.latest
}

function enterprisesAt(
  { columns, rows, levels, days }: EnterpriseHistory,
  day: number,
  before: EnterpriseColumns,
): EnterpriseColumns {
  const level = new Uint8Array(columns.length).fill(ABSENT)
  for (let index = 0; index < rows.length; index++) {
    if (holdsDay(days, index, day)) level[rows[index] ?? 0] = levels[index] ?? 0
  }
  if (level.every((value, row) => value === before.level[row])) return before
  return { ...columns, level, keys: Uint32Array.from(level, (value, row) => keyOf(row, value)) }
}

/** What a filter counts on a day, by the same rule as for now. */
export function countsAt(history: MapHistory, filters: MapFilters, day: number): FacetCounts {
  return filterSnapshots(historyAt(history, day), filters).counts
}
