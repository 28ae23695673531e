import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { asGeoJson } from '../db/geometry.ts'
import { chiefOf } from '../db/grid-chief.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { GridFeature } from './schema.ts'

/**
 * The grids that stand, by code, with the chief of a day.
 * @param today `YYYY-MM-DD` in China
 */
export function listGrids(tx: Tx, today: string): Promise<z.output<typeof GridFeature>[]> {
  return queryRows(
    tx,
    GridFeature,
    sql`
    SELECT 'Feature' AS type,
           ${asGeoJson(sql`g.geom`)} AS geometry,
           json_build_object(
             'id', g.id, 'code', g.code, 'name', g.name, 'townCode', g.town_code, 'townName', t.name,
             'chief', ${chiefOf(sql`g.id`, today)}, 'schematic', g.schematic,
             'version', g.version, 'objects', coalesce(n.objects, 0), 'validFrom', g.valid_from
           ) AS properties
    FROM grids g
    JOIN areas t ON t.code = g.town_code
    LEFT JOIN grid_object_counts() n ON n.grid_id = g.id
    WHERE g.valid_to IS NULL
    ORDER BY g.code
  `,
  )
}

/** Of all grids together: another wherever any of them is another. */
export async function gridsVersion(tx: Tx): Promise<string> {
  const found = await queryRow(
    tx,
    z.object({ version: z.string() }),
    sql`
    SELECT left(md5(coalesce(string_agg(concat_ws(':', id, version), ',' ORDER BY id), '')), 16) AS version FROM grids`,
  )
  return found?.version ?? ''
}
