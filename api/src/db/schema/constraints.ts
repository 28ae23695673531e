import { sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

/** `column IN ('a', 'b')` from a dictionary's codes: the database knows the same words as the code. */
export function oneOf(column: PgColumn, codes: readonly string[]): SQL {
  return sql`${column} IN (${sql.raw(codes.map((code) => `'${code}'`).join(', '))})`
}

/** A risk level is 1, 2, 3 or 4, or not yet known. */
export function isLevel(column: PgColumn): SQL {
  return sql`${column} BETWEEN 1 AND 4`
}

/** A point lies in the world, and not at the null island where missing coordinates end up. */
export function inTheWorld(column: PgColumn): SQL {
  return sql`ST_X(${column}) BETWEEN -180 AND 180 AND ST_Y(${column}) BETWEEN -90 AND 90 AND NOT (ST_X(${column}) = 0 AND ST_Y(${column}) = 0)`
}

/** A text that must not be readable at rest is stored as db/sealed.ts writes it, or not at all. */
export function isSealed(column: PgColumn): SQL {
  return sql`${column} ~ '^v1:[A-Za-z0-9+/]{40,}={0,2}$'`
}
