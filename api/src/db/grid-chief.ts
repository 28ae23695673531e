import { sql, type SQL } from 'drizzle-orm'

/**
 * Name of the 网格长 in office on a day, null where there is none.
 * @param gridId expression of the grid's id
 * @param day `YYYY-MM-DD`
 */
export function chiefOf(gridId: SQL, day: string): SQL {
  return sql`(
    SELECT p.name
    FROM grid_people p
    WHERE p.grid_id = ${gridId} AND p.position = 'chief' AND p.ended_at IS NULL
      AND p.valid_from <= ${day}::date AND (p.valid_to IS NULL OR p.valid_to >= ${day}::date)
    ORDER BY p.valid_from DESC, p.id
    LIMIT 1
  )`
}
