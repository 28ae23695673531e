import { sql } from '@onemap/api/db/sql'
import { countRows } from '../count-rows.ts'
import { noticeOtherNames } from '../enterprise-of-row.ts'
import type { Ledger } from '../ledger.ts'
import { checkHazards } from './check.ts'
import { HAZARD_COLUMNS } from '@onemap/api/ledger/hazards/columns'
import { readHazard, STAGED_HAZARD } from './read-row.ts'
import { writeHazards } from './write.ts'

/** 隐患台账. */
export const hazardLedger: Ledger = {
  title: { zh: '隐患台账', en: 'Ledger of hazards' },
  columns: HAZARD_COLUMNS,
  staged: STAGED_HAZARD,
  writes: {
    hazards: ['enterprise_id', 'id', 'code', 'no', 'status'],
    hazard_events: ['enterprise_id', 'hazard_id'],
  },
  rowReader: (context) => (cells) => readHazard(cells, context),
  check: checkHazards,
  write: writeHazards,
  async notices(tx, { present }) {
    const unplaced = await countRows(tx, sql`SELECT FROM staged WHERE geom IS NULL AND id IS NULL`)
    const unknown = await countRows(
      tx,
      sql`SELECT FROM staged WHERE risk_point_name IS NOT NULL AND risk_point_code IS NULL AND risk_point_id IS NULL`,
    )
    const closed = present.has('closedOn')
      ? 0
      : await countRows(tx, sql`SELECT FROM staged WHERE status = 'closed'`)
    return [
      ...(await noticeOtherNames(tx)),
      ...(closed === 0
        ? []
        : [
            {
              zh: `没有“销号日期”列：${closed} 条已销号隐患以验收（复查）日期为销号日期。`,
              en: `There is no column 销号日期: ${closed} closed hazards count as closed on the day of their acceptance.`,
            },
          ]),
      ...(unknown === 0
        ? []
        : [
            {
              zh: `${unknown} 条隐患所填的风险点名称在该企业没有，或不止一个，未与风险点关联；要关联请填风险点编码。`,
              en: `${unknown} hazards name a risk point that their enterprise does not have, or has more than once; they are linked to none. Give its code to link them.`,
            },
          ]),
      ...(unplaced === 0
        ? []
        : [
            {
              zh: `${unplaced} 条新隐患没有坐标，用所填风险点（没有的用企业）的坐标。`,
              en: `${unplaced} new hazards have no coordinates and lie where their risk point does, or their enterprise.`,
            },
          ]),
    ]
  },
}
