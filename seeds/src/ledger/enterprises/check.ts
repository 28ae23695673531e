import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import type { ImportContext } from '../ledger.ts'
import { BOUNDARY_TOLERANCE_METRES, checkOutside } from '../places/outside.ts'

/** Finds what only shows across rows or on the map: duplicates, unknown offices, places that contradict the written town. */
export async function checkEnterprises(tx: Tx, { divisions }: ImportContext): Promise<void> {
  await checkOutside(tx, divisions.district, '经度')
  await checkDuplicates(tx)
  await checkOffices(tx)
  await measureTowns(tx)
  await checkTowns(tx)
}

async function checkDuplicates(tx: Tx): Promise<void> {
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT s.row_no, '统一社会信用代码',
      format('“%s”重复：第 %s 行也是这个代码', s.credit_code, others.labels),
      format('“%s” is repeated: row %s has it too', s.credit_code, others.labels)
    FROM staged s
    CROSS JOIN LATERAL (
      SELECT string_agg(r.label, '、' ORDER BY o.row_no) AS labels
      FROM staged o JOIN import_rows r USING (row_no)
      WHERE o.credit_code = s.credit_code AND o.row_no <> s.row_no
    ) others
    WHERE s.credit_code IN (SELECT credit_code FROM staged GROUP BY credit_code HAVING count(*) > 1)`)
}

async function checkOffices(tx: Tx): Promise<void> {
  await tx.execute(
    sql`UPDATE staged s SET office_id = o.id FROM offices o WHERE s.office IN (o.name, o.code)`,
  )
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT row_no, '主管科室',
      format('没有科室“%s”，应为：%s', office, coalesce(known.names, '（尚未设置科室，请不填）')),
      format('There is no office “%s”; expected: %s', office, coalesce(known.names, '(there are no offices yet: leave it empty)'))
    FROM staged
    CROSS JOIN (SELECT string_agg(name, '、' ORDER BY code) AS names FROM offices) known
    WHERE office IS NOT NULL AND office_id IS NULL`)
}

/** How far each place lies outside the written village, or else town; 0 inside. */
async function measureTowns(tx: Tx): Promise<void> {
  await tx.execute(sql`
    UPDATE staged s
    SET off_town = ST_Distance(s.geom::geography, a.geom::geography)
    FROM areas a
    WHERE a.code = s.area_code AND a.geom IS NOT NULL AND NOT ST_Covers(a.geom, s.geom)
      AND s.row_no NOT IN (SELECT row_no FROM import_problems)`)
}

/** An official boundary contradicts the written name; a schematic one (示意) proves nothing and is only counted. */
async function checkTowns(tx: Tx): Promise<void> {
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT s.row_no, CASE WHEN a.level = 'village' THEN '村居' ELSE '镇街' END,
      format('坐标不在%s范围内，相距 %s 米%s', a.name, round(s.off_town), '；该坐标位于' || around.name),
      format('The place is %s m outside %s%s', round(s.off_town), a.name, '; it lies in ' || around.name)
    FROM staged s
    JOIN areas a ON a.code = s.area_code AND NOT a.schematic
    LEFT JOIN LATERAL (
      SELECT b.name FROM areas b WHERE b.level = a.level AND ST_Covers(b.geom, s.geom) ORDER BY b.code LIMIT 1
    ) around ON true
    WHERE s.off_town > ${BOUNDARY_TOLERANCE_METRES}`)
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT s.row_no, '镇街', '该镇街还没有划分网格，请先导入网格图层',
      'This town has no grids yet: import the layer of grids first'
    FROM staged s
    WHERE NOT EXISTS (SELECT FROM grids g WHERE g.town_code = s.town_code AND g.valid_to IS NULL)`)
}
