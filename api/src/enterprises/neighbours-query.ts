import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { ENTERPRISE_COLUMNS } from './columns.ts'
import { Neighbour } from './schema.ts'

/**
 * Enterprises within `radius` metres of one, nearest first, without itself. Distances run along the
 * WGS 84 ellipsoid, by the geography index.
 */
export function listNeighbours(tx: Tx, id: string, radius: number): Promise<z.output<typeof Neighbour>[]> {
  return queryRows(tx, Neighbour, sql`
    SELECT ${ENTERPRISE_COLUMNS},
           round(ST_Distance(e.geom::geography, centre.geom::geography)::numeric, 2)::float8 AS distance
    FROM enterprises centre
    JOIN enterprises e ON ST_DWithin(e.geom::geography, centre.geom::geography, ${radius}::float8) AND e.id <> centre.id
    WHERE centre.id = ${id}
    ORDER BY ST_Distance(e.geom::geography, centre.geom::geography), e.id
  `)
}
