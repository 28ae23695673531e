import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { asGeoJson } from '../db/geometry.ts'
import { chiefOf } from '../db/grid-chief.ts'
import { queryRows } from '../db/rows.ts'
import { GridFeature } from './schema.ts'

/**
 * All grids by code, with the chief of a day.
 * @param today `YYYY-MM-DD` in China
 */
export function listGrids(tx: Tx, today: string): Promise<z.output<typeof GridFeature>[]> {
  return queryRows(tx, GridFeature, sql`
    SELECT 'Feature' AS type,
           ${asGeoJson(sql`g.geom`)} AS geometry,
           json_build_object(
             'id', g.id, 'code', g.code, 'name', g.name, 'townCode', g.town_code, 'townName', t.name,
             'chief', ${chiefOf(sql`g.id`, today)}, 'schematic', g.schematic
           ) AS properties
    FROM grids g
    JOIN areas t ON t.code = g.town_code
    ORDER BY g.code
  `)
}
