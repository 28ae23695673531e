import { sql, type SQL, type SQLWrapper } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from './database.ts'

const Result = z.object({ rows: z.array(z.unknown()) })

/**
 * Runs hand-written SQL and parses every row, so that a query and its type cannot drift apart.
 * @throws ZodError if a row is not of the schema's shape: the query is wrong, not the caller
 */
export async function queryRows<Row extends z.ZodType>(
  tx: Tx,
  row: Row,
  query: SQL,
): Promise<z.output<Row>[]> {
  const { rows } = Result.parse(await tx.execute(query))
  return z.array(row).parse(rows)
}

/** The first row, or undefined where there is none. */
export async function queryRow<Row extends z.ZodType>(
  tx: Tx,
  row: Row,
  query: SQL,
): Promise<z.output<Row> | undefined> {
  return (await queryRows(tx, row, query))[0]
}

/** Ids as an array of PostgreSQL, for `= ANY (…)`. */
export function uuidArray(ids: Iterable<string>): SQL {
  return sql`${`{${[...ids].join(',')}}`}::uuid[]`
}

/** A timestamp as ISO 8601 in China Standard Time, such as `2026-11-23T14:05:00+08:00`. */
export function isoTime(column: SQLWrapper): SQL {
  return sql`to_char(${column} AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')`
}
