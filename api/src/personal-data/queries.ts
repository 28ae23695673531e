import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'

const Sealed = z.object({ name: z.string(), sealed: z.string() })
type Sealed = z.output<typeof Sealed>

/** The sealed mobile of who answers for a risk point; undefined where there is none or the scope does not see it. */
export function findResponsibilityMobile(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<Sealed | undefined> {
  return queryRow(
    tx,
    Sealed,
    sql`
    SELECT person AS name, mobile_sealed AS sealed
    FROM responsibilities
    WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND mobile_sealed IS NOT NULL
  `,
  )
}

/** The sealed identity number of a person; undefined where there is none. */
export function findUserIdNumber(tx: Tx, id: string): Promise<Sealed | undefined> {
  return queryRow(
    tx,
    Sealed,
    sql`SELECT name, id_number AS sealed FROM users WHERE id = ${id} AND id_number IS NOT NULL`,
  )
}

/** The sealed mobile of a person; undefined where there is none. */
export function findUserMobile(tx: Tx, id: string): Promise<Sealed | undefined> {
  return queryRow(
    tx,
    Sealed,
    sql`SELECT name, mobile AS sealed FROM users WHERE id = ${id} AND mobile IS NOT NULL`,
  )
}
