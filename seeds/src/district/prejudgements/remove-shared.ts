import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'

/** Who wrote what belongs to no enterprise: by this name it is taken away with the demonstration. */
export const DEMONSTRATION_AUTHOR = '演示数据'

/** Takes away what was invented for everybody; cases that really happened stay in the library. */
export async function removeSharedDemonstration(tx: Tx): Promise<void> {
  await tx.execute(
    sql`DELETE FROM prejudgements WHERE enterprise_id IS NULL AND created_by_name = ${DEMONSTRATION_AUTHOR}`,
  )
  await tx.execute(sql`DELETE FROM accident_cases WHERE is_demo`)
}
