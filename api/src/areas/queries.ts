import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { asGeoJson } from '../db/geometry.ts'
import { queryRows } from '../db/rows.ts'
import { Area } from './schema.ts'

/** All areas by code, so that a parent comes before its children. */
export function listAreas(tx: Tx): Promise<z.output<typeof Area>[]> {
  return queryRows(
    tx,
    Area,
    sql`
    SELECT code, name, level, parent_code AS "parentCode", schematic,
           ${asGeoJson(sql`ST_PointOnSurface(geom)`)} AS location
    FROM areas
    ORDER BY code
  `,
  )
}
