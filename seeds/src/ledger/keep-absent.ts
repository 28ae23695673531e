import type { Tx } from '@onemap/api/db/database'
import { sql, type SQL } from '@onemap/api/db/sql'
import type { ImportContext } from './ledger.ts'

/**
 * What a file has no column for keeps its value: it is copied from the row on record (`o`) to the staged one (`s`).
 * @param stored column of the database by the ledger column's key, the same name in both tables
 * @param onRecord `table o WHERE …`, joining `o` to `s`
 * @param unless further conditions by key
 */
export async function keepAbsent(
  tx: Tx,
  { present }: ImportContext,
  stored: Readonly<Record<string, string>>,
  onRecord: SQL,
  unless: Readonly<Record<string, SQL>> = {},
): Promise<void> {
  for (const [key, column] of Object.entries(stored)) {
    if (present.has(key)) continue
    const name = sql.identifier(column)
    const condition = unless[key] === undefined ? sql`true` : unless[key]
    await tx.execute(sql`UPDATE staged s SET ${name} = o.${name} FROM ${onRecord} AND ${condition}`)
  }
}
