import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'
import { surface, watercourse } from '@onemap/geodata/geojson'
import type { Geography } from '../place/geography.ts'

const Area = z.object({ code: z.string(), name: z.string(), townCode: z.string(), surface })
const Grid = Area.extend({ id: z.uuid() })
const Canal = z.object({ course: watercourse })

/** The geography the database holds, built here or official. */
export async function readGeography(tx: Tx): Promise<Geography> {
  const areas = (level: 'town' | 'village') =>
    queryRows(
      tx,
      Area,
      sql`
    SELECT code, name, left(code, 9) AS "townCode", ST_AsGeoJSON(geom, 9)::json AS surface
    FROM areas
    WHERE level = ${level} AND geom IS NOT NULL
    ORDER BY code`,
    )
  return {
    towns: await areas('town'),
    villages: await areas('village'),
    grids: await queryRows(
      tx,
      Grid,
      sql`
      SELECT id, code, name, town_code AS "townCode", ST_AsGeoJSON(geom, 9)::json AS surface
      FROM grids
      WHERE valid_to IS NULL
      ORDER BY code`,
    ),
    canal: (
      await queryRows(
        tx,
        Canal,
        sql`
      SELECT ST_AsGeoJSON(geom, 9)::json AS course
      FROM base_features
      WHERE layer = 'canal'
      ORDER BY id`,
      )
    ).map(({ course }) => course),
  }
}
