import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import { countRows } from '../count-rows.ts'
import { countTouching } from './touched-points.ts'
import type { ImportContext, Tally } from '../ledger.ts'

/** Makes `staged_sources`: a source is known within its point by description, factor and accident type. */
export async function stageSources(tx: Tx): Promise<void> {
  await tx.execute(sql`
    CREATE TEMP TABLE staged_sources ON COMMIT DROP AS
    WITH written AS (
      SELECT DISTINCT ON (enterprise_id, point_id, description, factor, accident_type)
        enterprise_id, point_id, row_no, description, factor, accident_type, risk_category, occupational_factor, level
      FROM staged
      ORDER BY enterprise_id, point_id, description, factor, accident_type, stage = 'residual' DESC, row_no
    )
    SELECT w.*, coalesce(h.id, gen_random_uuid()) AS id, h.id IS NOT NULL AS known
    FROM written w
    LEFT JOIN LATERAL (
      SELECT id FROM hazard_sources
      WHERE enterprise_id = w.enterprise_id AND risk_point_id = w.point_id
        AND (description, factor, accident_type) = (w.description, w.factor, w.accident_type)
      ORDER BY id LIMIT 1
    ) h ON true`)
  await tx.execute(sql`CREATE UNIQUE INDEX ON staged_sources (id)`)
  await tx.execute(sql`CREATE INDEX ON staged_sources (point_id)`)
  await tx.execute(sql`ANALYZE staged_sources`)
  await tx.execute(sql`
    UPDATE staged s SET source_id = h.id
    FROM staged_sources h
    WHERE h.point_id = s.point_id AND (h.description, h.factor, h.accident_type) = (s.description, s.factor, s.accident_type)`)
}

/** Removes the listed points' sources that the file no longer has, updates and adds the others. */
export async function writeSources(tx: Tx): Promise<Tally> {
  const removed = await countTouching(
    tx,
    sql`
    DELETE FROM hazard_sources h
    USING staged_points p
    WHERE p.known AND h.enterprise_id = p.enterprise_id AND h.risk_point_id = p.id
      AND NOT EXISTS (SELECT FROM staged_sources s WHERE s.id = h.id)
    RETURNING h.risk_point_id AS point_id`,
  )
  const updated = await countTouching(
    tx,
    sql`
    UPDATE hazard_sources h
    SET (risk_category, occupational_factor) = (s.risk_category, s.occupational_factor)
    FROM staged_sources s
    WHERE s.known AND h.enterprise_id = s.enterprise_id AND h.id = s.id
      AND (h.risk_category, h.occupational_factor) IS DISTINCT FROM (s.risk_category, s.occupational_factor)
    RETURNING s.point_id`,
  )
  const created = await countTouching(
    tx,
    sql`
    INSERT INTO hazard_sources (enterprise_id, id, risk_point_id, description, factor, risk_category, accident_type, occupational_factor, level)
    SELECT enterprise_id, id, point_id, description, factor, risk_category, accident_type, occupational_factor, level
    FROM staged_sources
    WHERE NOT known
    ORDER BY row_no
    RETURNING risk_point_id AS point_id`,
  )
  const sources = await countRows(tx, sql`SELECT FROM staged_sources`)
  return {
    what: { zh: '危险源', en: 'Hazard sources' },
    created,
    updated,
    unchanged: sources - created - updated,
    removed,
  }
}

/**
 * Adds assessments that are not on record yet; none is ever changed. Without a date in the file a row means the
 * latest assessment of its stage, and one that differs from it is dated today.
 * @returns how many are new
 */
export async function writeAssessments(tx: Tx, { today }: ImportContext): Promise<number> {
  await tx.execute(sql`
    UPDATE staged s SET on_record = true
    FROM assessments a
    WHERE a.enterprise_id = s.enterprise_id AND a.hazard_source_id = s.source_id AND a.stage = s.stage
      AND (a.method, a.inputs, a.level, a.profile_id, a.profile_version) = (s.method, s.inputs, s.level, s.profile_id, s.profile_version)
      AND a.direct_criterion IS NOT DISTINCT FROM s.direct_criterion
      AND a.assessor = coalesce(s.assessor, a.assessor)
      AND coalesce(a.reason, '') = coalesce(s.reason, a.reason, '')
      AND (a.assessed_on = s.assessed_on OR (s.assessed_on IS NULL AND a.id = (
        SELECT id FROM assessments
        WHERE enterprise_id = s.enterprise_id AND hazard_source_id = s.source_id AND stage = s.stage
        ORDER BY assessed_on DESC, recorded_at DESC, id DESC LIMIT 1)))`)
  return countTouching(
    tx,
    sql`
    INSERT INTO assessments (
      enterprise_id, id, hazard_source_id, stage, method, inputs, score, level, raised_from,
      profile_id, profile_version, direct_criterion, assessor, assessed_on, reason)
    SELECT s.enterprise_id, gen_random_uuid(), s.source_id, s.stage, s.method, s.inputs, s.score, s.level, s.raised_from,
      s.profile_id, s.profile_version, s.direct_criterion, coalesce(s.assessor, '台账导入'), coalesce(s.assessed_on, ${today}::date), s.reason
    FROM staged s
    WHERE s.on_record IS NULL
    ORDER BY s.row_no
    RETURNING (SELECT point_id FROM staged_sources WHERE id = hazard_source_id) AS point_id`,
  )
}
