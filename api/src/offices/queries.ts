import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { Office } from './schema.ts'

/** All offices by code. */
export function listOffices(tx: Tx): Promise<z.output<typeof Office>[]> {
  return queryRows(tx, Office, sql`SELECT id, code, name, phone FROM offices ORDER BY code`)
}
