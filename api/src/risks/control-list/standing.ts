import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import { queryRow, queryRows } from '../../db/rows.ts'
import { listRiskPoints } from '../queries.ts'
import type { RiskPointRow } from '../schema.ts'

/** Numbers of an enterprise's points go no higher. */
const ALL = 65_535

/** An enterprise's control list as it stands. */
export interface Standing {
  readonly creditCode: string
  readonly points: readonly z.output<typeof RiskPointRow>[]
  /** Sealed mobiles by the responsibility's id: equal numbers are sealed alike. */
  readonly mobiles: ReadonlyMap<string, string | null>
}

/** Everything on record that a control list is compared with. */
export async function readStanding(tx: Tx, enterpriseId: string): Promise<Standing> {
  const enterprise = await queryRow(
    tx,
    z.object({ creditCode: z.string() }),
    sql`SELECT credit_code AS "creditCode" FROM enterprises WHERE id = ${enterpriseId}`,
  )
  const points = await listRiskPoints(tx, enterpriseId, 0, ALL)
  const sealed = await queryRows(
    tx,
    z.object({ id: z.string(), sealed: z.string().nullable() }),
    sql`
    SELECT id, mobile_sealed AS sealed FROM responsibilities WHERE enterprise_id = ${enterpriseId}`,
  )
  return {
    creditCode: enterprise?.creditCode ?? '',
    points,
    mobiles: new Map(sealed.map((one) => [one.id, one.sealed])),
  }
}
