import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from './database.ts'
import { queryRow } from './rows.ts'

/** Whether the transaction's scope sees an enterprise of that id. */
export async function enterpriseExists(tx: Tx, id: string): Promise<boolean> {
  return (
    (await queryRow(tx, z.unknown(), sql`SELECT 1 FROM enterprises WHERE id = ${id}`)) !== undefined
  )
}
