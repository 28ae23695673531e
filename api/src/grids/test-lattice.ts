import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { nearDistance } from '../domain/near-distance.ts'
import { DrawnBoundary } from './changeset.ts'

/** A field of square cells, in degrees: grids of it are sets of cells, so that a test can say by itself whose a place is. */
export const LATTICE = { west: 117.5, south: 34.5, size: 0.01, columns: 6, rows: 4 } as const
export type Place = readonly [lon: number, lat: number]

const round = (degrees: number) => Number(degrees.toFixed(6))
/** A place by cells east and north of the field's corner. */
export const placeAt = (x: number, y: number): Place => [
  round(LATTICE.west + x * LATTICE.size),
  round(LATTICE.south + y * LATTICE.size),
]
const boxOf = (cell: number) => {
  const [x, y] = [cell % LATTICE.columns, Math.floor(cell / LATTICE.columns)]
  return [...placeAt(x, y), ...placeAt(x + 1, y + 1)] as const
}

/** Whether a cell covers a place, its edges included. */
export function cellCovers(cell: number, [lon, lat]: Place): boolean {
  const [west, south, east, north] = boxOf(cell)
  return lon >= west && lon <= east && lat >= south && lat <= north
}

/** Metres from a place to a cell, 0 within. */
export function metresToCell(cell: number, [lon, lat]: Place): number {
  const [west, south, east, north] = boxOf(cell)
  return nearDistance(
    [lon, lat],
    [Math.min(Math.max(lon, west), east), Math.min(Math.max(lat, south), north)],
  )
}

/** The outline of some cells. */
export async function outlineOf(
  tx: Tx,
  cells: Iterable<number>,
): Promise<z.output<typeof DrawnBoundary>> {
  const boxes = sql.join(
    [...cells].map(
      (cell) =>
        sql`ST_MakeEnvelope(${sql.join(
          boxOf(cell).map((degrees) => sql`${degrees}::float8`),
          sql`, `,
        )}, 4326)`,
    ),
    sql`, `,
  )
  const row = await queryRow(
    tx,
    z.object({ geometry: DrawnBoundary }),
    sql`SELECT ST_AsGeoJSON(ST_Union(ARRAY[${boxes}]), 6)::json AS geometry`,
  )
  if (row === undefined) throw new Error('there are no cells')
  return row.geometry
}
