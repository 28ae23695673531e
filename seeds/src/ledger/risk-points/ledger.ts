import { sql } from '@onemap/api/db/sql'
import { countRows } from '../count-rows.ts'
import { noticeOtherNames } from '../enterprise-of-row.ts'
import type { Ledger } from '../ledger.ts'
import { checkRiskPoints } from './check.ts'
import { RISK_POINT_COLUMNS } from '@onemap/api/ledger/risk-points/columns'
import { riskPointReader, STAGED_RISK_POINT } from './read-row.ts'
import { writeRiskPoints } from './write.ts'

/** 风险分级管控清单. */
export const riskPointLedger: Ledger = {
  title: { zh: '风险分级管控清单', en: 'Control list' },
  columns: RISK_POINT_COLUMNS,
  staged: STAGED_RISK_POINT,
  writes: {
    risk_points: ['enterprise_id', 'id', 'code', 'no', 'level'],
    hazard_sources: ['enterprise_id', 'id', 'risk_point_id'],
    assessments: ['enterprise_id', 'hazard_source_id'],
    control_measures: ['enterprise_id', 'hazard_source_id'],
    responsibilities: ['enterprise_id', 'risk_point_id'],
  },
  rowReader: riskPointReader,
  check: checkRiskPoints,
  write: writeRiskPoints,
  async notices(tx) {
    const unplaced = await countRows(
      tx,
      sql`
      SELECT FROM staged s
      WHERE NOT EXISTS (SELECT FROM risk_points p WHERE p.enterprise_id = s.enterprise_id AND p.code = s.code)
      GROUP BY enterprise_id, code HAVING count(geom) = 0`,
    )
    return [
      ...(await noticeOtherNames(tx)),
      ...(unplaced === 0
        ? []
        : [
            {
              zh: `${unplaced} 个新风险点没有坐标，暂用所属企业的坐标；补填经纬度后再次导入即可更新。`,
              en: `${unplaced} new risk points have no coordinates and lie where their enterprise does; give them and import again.`,
            },
          ]),
    ]
  },
}
