import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { escapeLike } from '../../db/filters.ts'
import { queryRow, queryRows } from '../../db/rows.ts'
import { findSource } from '../roster/queries.ts'
import type { RiskSource } from '../roster/schema.ts'

const Place = z.object({ code: z.string(), name: z.string() })
const Distant = z.object({ code: z.string(), distance: z.number() })

/** The town or village a reader names; the shortest name wins, so that a whole name beats a part of another. */
export function findPlace(tx: Tx, text: string): Promise<z.output<typeof Place> | undefined> {
  return queryRow(tx, Place, sql`
    SELECT code, name FROM areas
    WHERE level IN ('town', 'village') AND geom IS NOT NULL AND name ILIKE ${`%${escapeLike(text)}%`}
    ORDER BY length(name), level, code LIMIT 1`)
}

/** Risk sources nearest to the middle of a place, geodesic metres. */
export async function nearestTo(tx: Tx, placeCode: string, number: string, limit: number): Promise<(RiskSource & { distance: number })[]> {
  const nearest = await queryRows(tx, Distant, sql`
    SELECT r.code, ST_Distance(ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326)::geography, ST_PointOnSurface(a.geom)::geography) AS distance
    FROM public_records r, areas a
    WHERE r.batch_number = ${number} AND r.stands AND a.code = ${placeCode}
    ORDER BY distance, r.code LIMIT ${limit}`)
  const sources = await Promise.all(nearest.map(async ({ code, distance }) => {
    const source = await findSource(tx, number, code)
    return source === undefined ? [] : [{ ...source, distance }]
  }))
  return sources.flat()
}

const Shape = z.object({ level: z.enum(['county', 'town']), name: z.string(), shape: z.unknown() })

/** The district and its towns, simple enough for an old phone: corners within about 30 m. */
export async function mapGround(tx: Tx) {
  const areas = await queryRows(tx, Shape, sql`
    SELECT level, name, ST_AsGeoJSON(ST_SimplifyPreserveTopology(geom, 0.0003), 5)::json AS shape
    FROM areas WHERE level IN ('county', 'town') AND geom IS NOT NULL ORDER BY level, code`)
  const water = await queryRows(tx, z.object({ name: z.string(), shape: z.unknown() }), sql`
    SELECT name, ST_AsGeoJSON(ST_Simplify(geom, 0.0002), 5)::json AS shape FROM base_features WHERE layer = 'canal'`)
  const feature = (name: string, kind: string, geometry: unknown) => ({ type: 'Feature' as const, properties: { name, kind }, geometry })
  return {
    type: 'FeatureCollection' as const,
    features: [...areas.map(({ level, name, shape }) => feature(name, level, shape)), ...water.map(({ name, shape }) => feature(name, 'water', shape))],
  }
}
