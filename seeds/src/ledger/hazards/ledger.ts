import { sql } from '@onemap/api/db/sql'
import { countRows } from '../count-rows.ts'
import type { Ledger } from '../ledger.ts'
import { checkHazards } from './check.ts'
import { HAZARD_COLUMNS } from './columns.ts'
import { readHazard, STAGED_HAZARD } from './read-row.ts'
import { writeHazards } from './write.ts'

/** 隐患台账. */
export const hazardLedger: Ledger = {
  title: '隐患台账',
  columns: HAZARD_COLUMNS,
  staged: STAGED_HAZARD,
  writes: {
    hazards: ['enterprise_id', 'id', 'code', 'no', 'status'],
    hazard_events: ['enterprise_id', 'hazard_id'],
  },
  rowReader: (context) => (cells) => readHazard(cells, context),
  check: checkHazards,
  write: writeHazards,
  async notices(tx) {
    const unplaced = await countRows(tx, sql`SELECT FROM staged WHERE geom IS NULL AND id IS NULL`)
    return unplaced === 0
      ? []
      : [`${unplaced} 条新隐患没有坐标，用所填风险点（没有的用企业）的坐标。`]
  },
}
