import { sql } from 'drizzle-orm'
import type { Act, AuditedTable } from '../domain/audit.ts'
import type { Tx } from './database.ts'
import type { Actor } from './scope.ts'

interface ActRecord {
  readonly action: Act
  /** What kind of object it was done to, and which. */
  readonly table: AuditedTable
  readonly key: Readonly<Record<string, string | number>>
  /** What the object is called, for whoever reads the record. */
  readonly objectName?: string
  readonly enterpriseId?: string
  /** By column. Values of sensitive columns are masked by the database, whatever is given here. */
  readonly changes?: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>
  /**
   * Who acts, where the transaction's scope does not say so yet: somebody signing in. Holds for the rest
   * of the transaction.
   */
  readonly actor?: Actor
}

/**
 * Records what changes no row, or means more than its row says: a reveal, a sign-in, a handover. Rows that
 * are written need nothing, the database records them. The entry exists if and only if `tx` commits.
 */
export async function recordAct(
  tx: Tx,
  { action, table, key, objectName, enterpriseId, changes = {}, actor }: ActRecord,
): Promise<void> {
  if (actor !== undefined) {
    await tx.execute(sql`
      SELECT set_config('app.actor', ${actor.id}, true), set_config('app.actor_name', ${actor.name}, true), set_config('app.actor_role', ${actor.role}, true)
    `)
  }
  await tx.execute(sql`
    SELECT record_audit(
      action => ${action}, object_table => ${table}, object_key => ${JSON.stringify(key)}::jsonb,
      enterprise_id => ${enterpriseId ?? null}::uuid, changes => ${JSON.stringify(changes)}::jsonb, object_name => ${objectName ?? null}
    )
  `)
}

/**
 * Tells the record that an owner's transaction is a bulk load: it gets one entry for each table, saying how
 * many rows, instead of one for each row. Ignored for everybody who is not the owner.
 * @param by what loads, as the record shall name it, such as 台账导入 企业.xlsx
 */
export async function loadInBulk(tx: Tx, by: string): Promise<void> {
  await tx.execute(
    sql`SELECT set_config('app.bulk', 'true', true), set_config('app.actor_name', ${by}, true)`,
  )
}
