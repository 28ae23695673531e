import type { Tx } from '@onemap/api/db/database'
import { sql, type SQL } from '@onemap/api/db/sql'
import { readCount } from '../count-rows.ts'

/** Makes the table that notes which points an import changed, in themselves or in what belongs to them. */
export async function createTouchedPoints(tx: Tx): Promise<void> {
  await tx.execute(sql`CREATE TEMP TABLE touched_points (id uuid NOT NULL) ON COMMIT DROP`)
}

/** Runs a statement that returns a `point_id` for every row it writes, notes the points and counts the rows. */
export function countTouching(tx: Tx, statement: SQL): Promise<number> {
  return readCount(
    tx,
    sql`
    WITH changed AS (${statement}),
    noted AS (INSERT INTO touched_points SELECT point_id FROM changed)
    SELECT count(*) AS count FROM changed`,
  )
}
