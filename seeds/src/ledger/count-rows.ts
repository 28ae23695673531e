import type { Tx } from '@onemap/api/db/database'
import { queryRow } from '@onemap/api/db/rows'
import { sql, type SQL } from '@onemap/api/db/sql'
import { z } from 'zod'

const Count = z.object({ count: z.coerce.number() })

/** The single number that a query gives as `count`. */
export async function readCount(tx: Tx, query: SQL): Promise<number> {
  return (await queryRow(tx, Count, query))?.count ?? 0
}

/** How many rows a SELECT finds, or a statement with RETURNING writes. */
export function countRows(tx: Tx, statement: SQL): Promise<number> {
  return readCount(tx, sql`WITH counted AS (${statement}) SELECT count(*) AS count FROM counted`)
}
