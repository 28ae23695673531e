import type { CopyRow } from './copy-rows.ts'

const EWKB_POINT_BYTES = 25
const XY_OFFSET = 9
const LITTLE_ENDIAN = 1
/** PostgreSQL counts days from 2000-01-01, the map from 1970-01-01. */
const POSTGRES_EPOCH_DAY = 10_957

/**
 * Reads the next field, a `geometry(Point, 4326)`, to `positions[2 × index]` and the next.
 * @throws Error if it is anything else
 */
export function readPoint(row: CopyRow, positions: Float64Array, index: number): void {
  if (row.next() !== EWKB_POINT_BYTES) throw new Error('a map layer holds points with an SRID only')
  const { view, at } = row
  const little = view.getUint8(at) === LITTLE_ENDIAN
  positions[index * 2] = view.getFloat64(at + XY_OFFSET, little)
  positions[index * 2 + 1] = view.getFloat64(at + XY_OFFSET + 8, little)
}

/** Reads the next field, a smallint; 0 for null. */
export function readSmallint(row: CopyRow): number {
  return row.next() < 0 ? 0 : row.view.getInt16(row.at)
}

/** Reads the next field, an integer. */
export function readInteger(row: CopyRow): number {
  row.next()
  return row.view.getInt32(row.at)
}

/** Reads the next field, a date, as days since 1970-01-01; -1 for null. */
export function readDay(row: CopyRow): number {
  return row.next() < 0 ? -1 : row.view.getInt32(row.at) + POSTGRES_EPOCH_DAY
}

/** Reads the next field, a text; empty for null. */
export function readText(row: CopyRow): string {
  const size = row.next()
  return size < 0 ? '' : row.bytes.toString('utf8', row.at, row.at + size)
}
