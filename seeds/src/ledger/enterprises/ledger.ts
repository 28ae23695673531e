import { queryRow } from '@onemap/api/db/rows'
import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Ledger } from '../ledger.ts'
import { checkEnterprises } from './check.ts'
import { ENTERPRISE_COLUMNS } from '@onemap/api/ledger/enterprises/columns'
import { readEnterprise, STAGED_ENTERPRISE } from './read-row.ts'
import { writeEnterprises } from './write.ts'

/** 企业台账. */
export const enterpriseLedger: Ledger = {
  title: { zh: '企业台账', en: 'Ledger of enterprises' },
  columns: ENTERPRISE_COLUMNS,
  staged: STAGED_ENTERPRISE,
  writes: { enterprises: ['id', 'credit_code', 'grid_id', 'town_code'] },
  rowReader: (context) => (cells) => readEnterprise(cells, context),
  check: checkEnterprises,
  write: writeEnterprises,
  async notices(tx) {
    const off = await queryRow(
      tx,
      z.object({ count: z.coerce.number(), rows: z.string().nullable() }),
      sql`
      SELECT count(*) AS count, array_to_string((array_agg(r.label ORDER BY s.row_no))[1:5], '、') AS rows
      FROM staged s JOIN import_rows r USING (row_no) JOIN areas a ON a.code = s.area_code AND a.schematic
      WHERE s.off_town > 0`,
    )
    return off === undefined || off.count === 0
      ? []
      : [
          {
            zh: `${off.count} 家企业的坐标落在所填镇街（村居）的示意范围之外（第 ${off.rows} 行${off.count > 5 ? '等' : ''}）。示意界线不作依据，以所填镇街为准；导入正式界线后会逐行核对。`,
            en: `${off.count} enterprises lie outside the schematic bounds of their town or village (rows ${off.rows}${off.count > 5 ? ' …' : ''}). Schematic bounds decide nothing: the town as written counts, and is compared row by row once official bounds are imported.`,
          },
        ]
  },
}
