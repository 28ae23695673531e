import { sql, type SQL } from 'drizzle-orm'

/**
 * Name of the 网格长 in office on a day, null where there is none.
 * @param gridId expression of the grid's id
 * @param day `YYYY-MM-DD`
 */
export function chiefOf(gridId: SQL, day: string): SQL {
  return sql`(
    SELECT m.name
    FROM grid_members m
    WHERE m.grid_id = ${gridId} AND m.post = 'chief'
      AND m.valid_from <= ${day}::date AND (m.valid_to IS NULL OR m.valid_to >= ${day}::date)
    ORDER BY m.valid_from DESC, m.id
    LIMIT 1
  )`
}
