import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import { findEnterprises } from '../enterprise-of-row.ts'
import type { ImportContext } from '../ledger.ts'
import { checkOutside } from '../places/outside.ts'
import { rejectGroups } from '../problems.ts'

/** Finds unknown enterprises, places outside, rows that repeat or contradict each other. */
export async function checkRiskPoints(tx: Tx, { divisions }: ImportContext): Promise<void> {
  await findEnterprises(tx)
  await checkOutside(tx, divisions.district, '经度')
  await checkRepeats(tx)
  await checkAgreement(tx)
  await rejectGroups(tx, '风险点编码')
}

async function checkRepeats(tx: Tx): Promise<void> {
  await tx.execute(sql`
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT s.row_no, '危险源',
      format('与第 %s 行重复：风险点“%s”的同一危险源、因素、事故类型、评价阶段只填一行', r.label, s.code),
      format('repeats row %s: a source of “%s” with one factor and accident type has one row for each stage', r.label, s.code)
    FROM (
      SELECT row_no, code, min(row_no) OVER (PARTITION BY credit_code, code, description, factor, accident_type, stage) AS first_row
      FROM staged
    ) s
    JOIN import_rows r ON r.row_no = s.first_row
    WHERE s.row_no <> s.first_row`)
}

/** Rows of one code describe one point: what they say of it must agree with its first row. */
async function checkAgreement(tx: Tx): Promise<void> {
  await tx.execute(sql`
    WITH first AS (SELECT DISTINCT ON (credit_code, code) * FROM staged ORDER BY credit_code, code, row_no)
    INSERT INTO import_problems (row_no, heading, zh, en)
    SELECT s.row_no, said.heading,
      format('与第 %s 行不一致：风险点编码“%s”相同，%s应相同', r.label, s.code, said.heading),
      format('differs from row %s: both are about the risk point “%s”, whose %s is one', r.label, s.code, said.heading)
    FROM staged s
    JOIN first f USING (credit_code, code)
    JOIN import_rows r ON r.row_no = f.row_no
    CROSS JOIN LATERAL (VALUES
      ('风险点名称', s.name <> f.name),
      ('风险点类型', s.type <> f.type),
      ('所属领域', s.domain <> f.domain),
      ('城乡公共领域', s.public_domain <> f.public_domain),
      ('位置', s.location_text <> f.location_text),
      ('经度', s.geom::bytea <> f.geom::bytea)
    ) AS said (heading, differs)
    WHERE said.differs`)
}
