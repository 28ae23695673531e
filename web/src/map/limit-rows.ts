import type { EnterpriseColumns, HazardColumns, MapSnapshots, RiskPointColumns } from './columns.ts'
import type { LonLat } from './types.ts'

/** Degrees: west, south, east, north; edges belong to it. */
export type Bounds = readonly [west: number, south: number, east: number, north: number]

/** Where things must stand to be counted: within a shape's corners, within bounds, or both. */
export interface PlaceLimit {
  readonly shape: readonly LonLat[] | null
  readonly bounds: Bounds | null
}

/** Whether a place lies within: even–odd, the same rule as the map draws a shape by. */
export function isWithin({ shape, bounds }: PlaceLimit, lon: number, lat: number): boolean {
  if (bounds !== null && (lon < bounds[0] || lat < bounds[1] || lon > bounds[2] || lat > bounds[3]))
    return false
  if (shape === null) return true
  let within = false
  for (let index = 0, before = shape.length - 1; index < shape.length; before = index++) {
    const [x1, y1] = shape[index] ?? [0, 0]
    const [x2, y2] = shape[before] ?? [0, 0]
    if (y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) within = !within
  }
  return within
}

interface Rows {
  readonly keys: Uint32Array
  readonly positions: Float64Array
  readonly days?: Int32Array
}

function rowsWithin({ keys, positions }: Rows, limit: PlaceLimit): Uint32Array {
  const rows: number[] = []
  for (let row = 0; row < keys.length; row++) {
    if (isWithin(limit, positions[row * 2] ?? 0, positions[row * 2 + 1] ?? 0)) rows.push(row)
  }
  return Uint32Array.from(rows)
}

/** Keeps the last answer for a layer: from day to day of the past its rows are the same. */
function remembering<Columns extends Rows>(
  make: (columns: Columns, rows: Uint32Array) => Columns,
): (columns: Columns | null, limit: PlaceLimit) => Columns | null {
  const latest = new WeakMap<Columns, { readonly limit: PlaceLimit; readonly limited: Columns }>()
  return (columns, limit) => {
    if (columns === null) return null
    const known = latest.get(columns)
    if (known?.limit === limit) return known.limited
    const limited = make(columns, rowsWithin(columns, limit))
    latest.set(columns, { limit, limited })
    return limited
  }
}

const pairs = (values: Float64Array, rows: Uint32Array): Float64Array =>
  Float64Array.from(
    { length: rows.length * 2 },
    (_, index) => values[(rows[index >> 1] ?? 0) * 2 + (index & 1)] ?? 0,
  )
const spans = (days: Int32Array | undefined, rows: Uint32Array): { days?: Int32Array } =>
  days === undefined
    ? {}
    : {
        days: Int32Array.from(
          { length: rows.length * 2 },
          (_, index) => days[(rows[index >> 1] ?? 0) * 2 + (index & 1)] ?? 0,
        ),
      }
const picked = (keys: Uint32Array, rows: Uint32Array): Uint32Array =>
  Uint32Array.from(rows, (row) => keys[row] ?? 0)

const enterprisesWithin = remembering<EnterpriseColumns>((columns, rows) => ({
  ...columns,
  keys: picked(columns.keys, rows),
}))
const riskPointsWithin = remembering<RiskPointColumns>((columns, rows) => ({
  ...columns,
  length: rows.length,
  keys: picked(columns.keys, rows),
  positions: pairs(columns.positions, rows),
  no: Uint16Array.from(rows, (row) => columns.no[row] ?? 0),
  ...spans(columns.days, rows),
}))
const hazardsWithin = remembering<HazardColumns>((columns, rows) => ({
  ...columns,
  length: rows.length,
  keys: picked(columns.keys, rows),
  positions: pairs(columns.positions, rows),
  ...spans(columns.days, rows),
}))

/**
 * The rows that stand within a limit, to be counted but not drawn: keys, places and days are those of fewer rows,
 * an enterprise's row still names it to its points and hazards.
 */
export function limitRows(snapshots: MapSnapshots, limit: PlaceLimit): MapSnapshots {
  return {
    ...snapshots,
    enterprises: enterprisesWithin(snapshots.enterprises, limit),
    riskPoints: riskPointsWithin(snapshots.riskPoints, limit),
    hazards: hazardsWithin(snapshots.hazards, limit),
  }
}
