import type { DaySpans } from './columns.ts'
import { holdsDay } from './day-spans.ts'
import type { LevelCounts } from './types.ts'

/** Hexagonal cells over points, for one size of cell. */
export interface HexGrid {
  /** Interleaved lon, lat of the cells' centres. */
  readonly centres: Float64Array
  /** Cell of each point. */
  readonly cellOf: Uint32Array
  /** Distance from a cell's centre to its corners, in world units (the world is 1 wide). */
  readonly radius: number
}

const SQRT3 = Math.sqrt(3)

const toX = (lon: number): number => lon / 360 + 0.5
const toY = (lat: number): number =>
  0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)
const toLon = (x: number): number => (x - 0.5) * 360
const toLat = (y: number): number =>
  (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 360) / Math.PI - 90

/** Lays pointy-topped hexagons over Web Mercator; only cells with points exist. `radius` in world units. */
export function layHexGrid(positions: Float64Array, radius: number): HexGrid {
  const cells = new Map<number, number>()
  const centres: number[] = []
  const cellOf = new Uint32Array(positions.length / 2)
  for (let point = 0; point < cellOf.length; point++) {
    const x = toX(positions[point * 2] ?? 0) / radius
    const y = toY(positions[point * 2 + 1] ?? 0) / radius
    const fq = (SQRT3 / 3) * x - y / 3
    const fr = (2 / 3) * y
    let q = Math.round(fq)
    let r = Math.round(fr)
    const s = Math.round(-fq - fr)
    const [dq, dr, ds] = [Math.abs(q - fq), Math.abs(r - fr), Math.abs(s + fq + fr)]
    if (dq > dr && dq > ds) q = -r - s
    else if (dr > ds) r = -q - s
    const key = q * 0x4000000 + r
    let cell = cells.get(key)
    if (cell === undefined) {
      cell = cells.size
      cells.set(key, cell)
      centres.push(toLon(radius * SQRT3 * (q + r / 2)), toLat(radius * 1.5 * r))
    }
    cellOf[point] = cell
  }
  return { centres: Float64Array.from(centres), cellOf, radius }
}

interface Rows {
  readonly keys: Uint32Array
  readonly days?: DaySpans
}

/** Points of each cell that pass, and whose days hold `day` where they have days, by level: `counts[cell * 5 + level]`. */
export function countByCell(
  grid: HexGrid,
  { keys, days }: Rows,
  gate: Uint8Array,
  table: Uint8Array,
  day = 0,
): Uint32Array {
  const counts = new Uint32Array((grid.centres.length / 2) * 5)
  const { cellOf } = grid
  for (let row = 0; row < keys.length; row++) {
    if (days !== undefined && !holdsDay(days, row, day)) continue
    const key = keys[row] ?? 0
    if (table[key & 0xff] !== 1 || gate[key >>> 8] !== 1) continue
    const bin = (cellOf[row] ?? 0) * 5 + (key & 7)
    counts[bin] = (counts[bin] ?? 0) + 1
  }
  return counts
}

/** Counts of one cell. */
export function cellCounts(counts: Uint32Array, cell: number): LevelCounts {
  const at = (level: number) => counts[cell * 5 + level] ?? 0
  return [at(0), at(1), at(2), at(3), at(4)]
}

/** All of a list of counts together. */
export const totalOf = (counts: LevelCounts): number =>
  counts[0] + counts[1] + counts[2] + counts[3] + counts[4]

/** The most dangerous level present, 0 when none is assessed. */
export function worstOf(counts: LevelCounts): number {
  return [1, 2, 3, 4].find((level) => (counts[level] ?? 0) > 0) ?? 0
}
