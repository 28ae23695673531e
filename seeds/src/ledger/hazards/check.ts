import type { Tx } from '@onemap/api/db/database'
import { HAZARD_STATUSES } from '@onemap/api/domain/hazard'
import { sql } from '@onemap/api/db/sql'
import { findEnterprises } from '../enterprise-of-row.ts'
import type { ImportContext } from '../ledger.ts'
import { checkOutside } from '../places/outside.ts'

const STATUS_NAMES = JSON.stringify(HAZARD_STATUSES)

/** Finds unknown enterprises and risk points, places outside, duplicates, and rows behind what was done in the system. */
export async function checkHazards(tx: Tx, { divisions }: ImportContext): Promise<void> {
  await findEnterprises(tx)
  await checkOutside(tx, divisions.district, '经度')
  await checkRepeats(tx)
  await checkRiskPoints(tx)
  await checkProgress(tx)
}

async function checkRepeats(tx: Tx): Promise<void> {
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT s.row_no, '隐患编号',
      format('“%s”重复：第 %s 行是同一企业的同一编号', s.code, others.labels),
      format('“%s” is repeated: row %s has the same number within the same enterprise', s.code, others.labels)
    FROM staged s
    CROSS JOIN LATERAL (
      SELECT string_agg(r.label, '、' ORDER BY o.row_no) AS labels
      FROM staged o JOIN import_rows r USING (row_no)
      WHERE (o.credit_code, o.code) = (s.credit_code, s.code) AND o.row_no <> s.row_no
    ) others
    WHERE (s.credit_code, s.code) IN (SELECT credit_code, code FROM staged GROUP BY credit_code, code HAVING count(*) > 1)`)
}

async function checkRiskPoints(tx: Tx): Promise<void> {
  await tx.execute(sql`
    UPDATE staged s SET risk_point_id = p.id
    FROM risk_points p
    WHERE p.enterprise_id = s.enterprise_id AND p.code = s.risk_point_code`)
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT row_no, '风险点编码',
      format('该企业没有编码为“%s”的风险点：请先导入风险分级管控清单，或核对编码', risk_point_code),
      format('The enterprise has no risk point with the code “%s”: import its control list first, or compare the code', risk_point_code)
    FROM staged
    WHERE risk_point_code IS NOT NULL AND risk_point_id IS NULL AND enterprise_id IS NOT NULL`)
  // A name alone is enough where one risk point has it.
  await tx.execute(sql`
    UPDATE staged s SET risk_point_id = named.id
    FROM (
      SELECT enterprise_id, name, (array_agg(id))[1] AS id
      FROM risk_points
      GROUP BY enterprise_id, name
      HAVING count(*) = 1
    ) named
    WHERE s.risk_point_code IS NULL AND named.enterprise_id = s.enterprise_id AND named.name = s.risk_point_name`)
}

/** A hazard that people have worked on in the system (an event that no import made) is not set back by a ledger. */
async function checkProgress(tx: Tx): Promise<void> {
  await tx.execute(sql`
    UPDATE staged s SET id = h.id, no = h.no, known = true, old_status = h.status
    FROM hazards h
    WHERE h.enterprise_id = s.enterprise_id AND h.code = s.code`)
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT row_no, '状态',
      format('该隐患已在系统中办理，系统状态为“%s”，与台账“%s”不同：以系统为准，请改正台账或删去此行',
        names.of -> old_status ->> 'zh', names.of -> status ->> 'zh'),
      format('This hazard has been worked on in the system, where it is “%s” and not “%s”: correct the ledger or leave the row out',
        names.of -> old_status ->> 'en', names.of -> status ->> 'en')
    FROM staged s
    CROSS JOIN (SELECT ${STATUS_NAMES}::jsonb AS of) names
    WHERE known AND status <> old_status AND EXISTS (
      SELECT FROM hazard_events v WHERE v.enterprise_id = s.enterprise_id AND v.hazard_id = s.id AND v.detail -> 'import' IS NULL)`)
}
