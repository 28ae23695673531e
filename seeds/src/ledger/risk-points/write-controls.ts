import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import type { ImportContext } from '../ledger.ts'
import { presentCategories } from '@onemap/api/ledger/risk-points/measure-columns'
import { RESPONSIBILITY_KEYS } from '@onemap/api/ledger/risk-points/responsibility-columns'
import { countTouching } from './touched-points.ts'

/** Measures of the listed sources become those of the file, category by category; a category without a column stays. */
export async function writeMeasures(tx: Tx, { present }: ImportContext): Promise<void> {
  const categories = presentCategories(present)
  if (categories.length === 0) return
  await tx.execute(sql`
    CREATE TEMP TABLE staged_measures ON COMMIT DROP AS
    SELECT w.*, EXISTS (
      SELECT FROM control_measures c
      WHERE c.enterprise_id = w.enterprise_id AND c.hazard_source_id = w.source_id
        AND (c.category, c.control_level, c.content) = (w.category, w.control_level, w.content)) AS known
    FROM (
      SELECT DISTINCT s.enterprise_id, s.point_id, s.source_id, m.category, m."controlLevel" AS control_level, m.content
      FROM staged s, jsonb_to_recordset(s.measures) AS m (category text, "controlLevel" text, content text)
    ) w`)
  await tx.execute(sql`CREATE INDEX ON staged_measures (source_id)`)
  await tx.execute(sql`ANALYZE staged_measures`)
  await countTouching(
    tx,
    sql`
    DELETE FROM control_measures c
    USING staged_sources s
    WHERE s.known AND c.enterprise_id = s.enterprise_id AND c.hazard_source_id = s.id AND c.category IN ${categories}
      AND NOT EXISTS (
        SELECT FROM staged_measures m
        WHERE m.source_id = s.id AND (m.category, m.control_level, m.content) = (c.category, c.control_level, c.content))
    RETURNING s.point_id`,
  )
  await countTouching(
    tx,
    sql`
    INSERT INTO control_measures (enterprise_id, id, hazard_source_id, category, control_level, content, status)
    SELECT enterprise_id, gen_random_uuid(), source_id, category, control_level, content, 'effective'
    FROM staged_measures
    WHERE NOT known
    RETURNING (SELECT point_id FROM staged_sources WHERE id = hazard_source_id) AS point_id`,
  )
}

/**
 * Responsibilities of the listed points become those of the file. A mobile left empty keeps the one on record; equal
 * mobiles are sealed alike, so that nothing has to be opened to see whether one changed.
 */
export async function writeResponsibilities(tx: Tx, { present }: ImportContext): Promise<void> {
  if (!RESPONSIBILITY_KEYS.some((key) => present.has(key))) return
  await tx.execute(sql`
    CREATE TEMP TABLE staged_responsibilities ON COMMIT DROP AS
    SELECT w.*, EXISTS (
      SELECT FROM responsibilities r
      WHERE r.enterprise_id = w.enterprise_id AND r.risk_point_id = w.point_id
        AND (r.control_level, r.department, r.person) = (w.control_level, w.department, w.person)
        AND coalesce(w.sealed, r.mobile_sealed) IS NOT DISTINCT FROM r.mobile_sealed) AS known
    FROM (
      SELECT DISTINCT ON (s.point_id, r."controlLevel", r.department, r.person)
        s.enterprise_id, s.point_id, r."controlLevel" AS control_level, r.department, r.person, r.sealed, r.masked
      FROM staged s, jsonb_to_recordset(s.responsibilities) AS r ("controlLevel" text, department text, person text, sealed text, masked text)
      ORDER BY s.point_id, r."controlLevel", r.department, r.person, r.masked NULLS LAST
    ) w`)
  await tx.execute(sql`CREATE INDEX ON staged_responsibilities (point_id)`)
  await tx.execute(sql`ANALYZE staged_responsibilities`)
  await countTouching(
    tx,
    sql`
    DELETE FROM responsibilities r
    USING staged_points p
    WHERE p.known AND r.enterprise_id = p.enterprise_id AND r.risk_point_id = p.id
      AND NOT EXISTS (
        SELECT FROM staged_responsibilities s
        WHERE s.point_id = p.id AND (s.control_level, s.department, s.person) = (r.control_level, r.department, r.person)
          AND coalesce(s.sealed, r.mobile_sealed) IS NOT DISTINCT FROM r.mobile_sealed)
    RETURNING r.risk_point_id AS point_id`,
  )
  await countTouching(
    tx,
    sql`
    INSERT INTO responsibilities (enterprise_id, id, risk_point_id, control_level, department, person, mobile_sealed, mobile_masked)
    SELECT enterprise_id, gen_random_uuid(), point_id, control_level, department, person, sealed, masked
    FROM staged_responsibilities
    WHERE NOT known
    RETURNING risk_point_id AS point_id`,
  )
}
