import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { textHolds } from '../../db/search.ts'
import { queryRow, queryRows } from '../../db/rows.ts'

const Place = z.object({ code: z.string(), name: z.string() })

/** The town or village a reader names; the shortest name wins, so that a whole name beats a part of another. */
export function findPlace(tx: Tx, text: string): Promise<z.output<typeof Place> | undefined> {
  return queryRow(
    tx,
    Place,
    sql`
    SELECT code, name FROM areas
    WHERE level IN ('town', 'village') AND geom IS NOT NULL AND ${textHolds(sql`name`, text)}
    ORDER BY length(name), level, code LIMIT 1`,
  )
}

const Shape = z.object({ level: z.enum(['county', 'town']), name: z.string(), shape: z.unknown() })

/** The district and its towns, simple enough for an old phone: corners within about 30 m. */
export async function mapGround(tx: Tx) {
  const areas = await queryRows(
    tx,
    Shape,
    sql`
    SELECT level, name, ST_AsGeoJSON(ST_SimplifyPreserveTopology(geom, 0.0003), 5)::json AS shape
    FROM areas WHERE level IN ('county', 'town') AND geom IS NOT NULL ORDER BY level, code`,
  )
  const water = await queryRows(
    tx,
    z.object({ name: z.string(), shape: z.unknown() }),
    sql`
    SELECT name, ST_AsGeoJSON(ST_Simplify(geom, 0.0002), 5)::json AS shape FROM base_features WHERE layer = 'canal'`,
  )
  const feature = (name: string, kind: string, geometry: unknown) => ({
    type: 'Feature' as const,
    properties: { name, kind },
    geometry,
  })
  return {
    type: 'FeatureCollection' as const,
    features: [
      ...areas.map(({ level, name, shape }) => feature(name, level, shape)),
      ...water.map(({ name, shape }) => feature(name, 'water', shape)),
    ],
  }
}
