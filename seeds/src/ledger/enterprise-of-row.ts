import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'

/** Finds the enterprise of every staged row by credit code; rows without one are bad. */
export async function findEnterprises(tx: Tx): Promise<void> {
  await tx.execute(
    sql`UPDATE staged s SET enterprise_id = e.id FROM enterprises e WHERE e.credit_code = s.credit_code`,
  )
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, message)
    SELECT row_no, '统一社会信用代码', format('没有代码为“%s”的企业：请先导入企业台账，或核对代码', credit_code)
    FROM staged
    WHERE enterprise_id IS NULL`)
}
