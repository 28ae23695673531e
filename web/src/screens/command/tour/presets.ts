import type { MapSnapshots } from '../../../map/columns.ts'
import { filterSnapshots } from '../../../map/facets.ts'
import { categoryOf, enterpriseRowOf } from '../../../map/filter-key.ts'
import { NO_FILTERS, type MapFilters } from '../../../map/types.ts'

/** A view that is looked at again and again: what is filtered, and the camera over what that leaves. */
export interface Preset {
  readonly id: 'district' | 'level-1' | 'overdue' | 'incineration'
  readonly filters: Partial<MapFilters>
  /** The layer whose places are shown; null: the whole district. */
  readonly fit: 'riskPoints' | 'hazards' | 'enterprises' | null
}

export const PRESETS: readonly Preset[] = [
  { id: 'district', filters: {}, fit: null },
  { id: 'level-1', filters: { levels: [1] }, fit: 'riskPoints' },
  { id: 'overdue', filters: { overdueOnly: true }, fit: 'hazards' },
  { id: 'incineration', filters: { kinds: ['incineration-power'] }, fit: 'enterprises' },
]

/** Where what a preset shows stands: interleaved lon, lat. */
export function placesOfPreset(snapshots: MapSnapshots, { filters, fit }: Preset): Float64Array {
  const columns = fit === null ? null : snapshots[fit]
  if (fit === null || columns === null) return new Float64Array(0)
  const { gate, tables } = filterSnapshots(snapshots, { ...NO_FILTERS, ...filters })
  const rows = Array.from(columns.keys.keys()).filter((row) => {
    const key = columns.keys[row] ?? 0
    return gate[enterpriseRowOf(key)] === 1 && tables[fit][categoryOf(key)] === 1
  })
  return Float64Array.from(
    rows.flatMap((row) => [columns.positions[row * 2] ?? 0, columns.positions[row * 2 + 1] ?? 0]),
  )
}

/** Whether filters are exactly those of a preset. */
export function isPreset(filters: MapFilters, preset: Preset): boolean {
  return JSON.stringify({ ...NO_FILTERS, ...preset.filters }) === JSON.stringify(filters)
}
