import type { MapSnapshots } from './columns.ts'
import { enterpriseRowOf } from './filter-key.ts'
import type { LonLat, MapSelection } from './types.ts'

/** Row of what is selected in its layer's columns; −1 when it is not in the snapshots. */
function rowOfSelection(snapshots: MapSnapshots, selection: MapSelection): number {
  const { enterprises, riskPoints, hazards } = snapshots
  if (enterprises === null) return -1
  if (selection.kind === 'enterprise') return enterprises.rowOf.get(selection.id) ?? -1
  const owner = enterprises.rowOf.get(selection.enterpriseId) ?? -1
  if (selection.kind === 'risk-point') {
    return (
      riskPoints?.keys.findIndex(
        (key, row) => enterpriseRowOf(key) === owner && riskPoints.no[row] === selection.no,
      ) ?? -1
    )
  }
  if (hazards === null) return -1
  const bytes = uuidBytes(selection.id)
  return hazards.keys.findIndex(
    (key, row) =>
      enterpriseRowOf(key) === owner &&
      bytes.every((byte, index) => hazards.ids[row * 16 + index] === byte),
  )
}

/** The 16 bytes of an id. */
export function uuidBytes(uuid: string): number[] {
  const hex = uuid.replaceAll('-', '')
  return Array.from({ length: 16 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  )
}

/** Where what is selected stands; null when it is not in the snapshots. */
export function locate(snapshots: MapSnapshots, selection: MapSelection): LonLat | null {
  const row = rowOfSelection(snapshots, selection)
  const columns = {
    enterprise: snapshots.enterprises,
    'risk-point': snapshots.riskPoints,
    hazard: snapshots.hazards,
  }[selection.kind]
  const lon = columns?.positions[row * 2]
  const lat = columns?.positions[row * 2 + 1]
  return row < 0 || lon === undefined || lat === undefined ? null : [lon, lat]
}
