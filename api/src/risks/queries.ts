import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { asGeoJson } from '../db/geometry.ts'
import { isoTime, queryRow, queryRows, uuidArray } from '../db/rows.ts'
import { CONTROL_LEVEL_CODES } from '../domain/control-level.ts'
import { RiskPointHistory, RiskPointRow } from './schema.ts'

/** Position of a control level from the top of the enterprise down. */
function fromTheTop(controlLevel: SQL): SQL {
  return sql`array_position(${`{${CONTROL_LEVEL_CODES.join(',')}}`}::text[], ${controlLevel})`
}

/** The assessments of `hazard_sources s`, the one in force first. */
const ASSESSMENTS = sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', a.id, 'stage', a.stage, 'method', a.method, 'inputs', a.inputs, 'score', a.score::text, 'level', a.level, 'raisedFrom', a.raised_from,
    'profileId', a.profile_id, 'profileVersion', a.profile_version, 'directCriterion', a.direct_criterion,
    'assessor', a.assessor, 'assessedOn', a.assessed_on, 'reason', a.reason
  ) ORDER BY a.stage = 'residual' DESC, a.assessed_on DESC, a.recorded_at DESC, a.id DESC), '[]')
  FROM assessments a
  WHERE a.enterprise_id = s.enterprise_id AND a.hazard_source_id = s.id
)`

/** The measures of `hazard_sources s`. */
const MEASURES = sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', m.id, 'category', m.category, 'controlLevel', m.control_level, 'content', m.content,
    'status', m.status, 'verifiedOn', m.verified_on
  ) ORDER BY ${fromTheTop(sql`m.control_level`)}, m.category, m.id), '[]')
  FROM control_measures m
  WHERE m.enterprise_id = s.enterprise_id AND m.hazard_source_id = s.id
)`

/** The sources of `risk_points p`, the worst first. */
const SOURCES = sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', s.id, 'description', s.description, 'factor', s.factor, 'riskCategory', s.risk_category,
    'accidentType', s.accident_type, 'occupationalFactor', s.occupational_factor, 'level', s.level,
    'assessments', ${ASSESSMENTS}, 'measures', ${MEASURES}
  ) ORDER BY s.level NULLS LAST, s.accident_type, s.id), '[]')
  FROM hazard_sources s
  WHERE s.enterprise_id = p.enterprise_id AND s.risk_point_id = p.id
)`

/** Who answers for `risk_points p`, from the top down. */
const RESPONSIBILITIES = sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', r.id, 'controlLevel', r.control_level, 'department', r.department, 'person', r.person, 'mobile', r.mobile_masked
  ) ORDER BY ${fromTheTop(sql`r.control_level`)}, r.id), '[]')
  FROM responsibilities r
  WHERE r.enterprise_id = p.enterprise_id AND r.risk_point_id = p.id
)`

const POINT = sql`
  SELECT p.id, p.no, p.code, p.name, p.type, p.domain, p.public_domain AS "publicDomain",
         p.location_text AS "locationText", p.level, p.accident_type AS "accidentType",
         p.version, ${isoTime(sql`p.updated_at`)} AS "updatedAt",
         ${asGeoJson(sql`p.geom`)} AS location, ${asGeoJson(sql`p.extent`)} AS extent,
         ${SOURCES} AS sources, ${RESPONSIBILITIES} AS responsibilities
  FROM risk_points p`

/**
 * Risk points of an enterprise in the order of its control list, with all that hangs on them.
 * @param after 序号 of the last one already seen, 0 to begin
 */
export function listRiskPoints(
  tx: Tx,
  enterpriseId: string,
  after: number,
  limit: number,
): Promise<z.output<typeof RiskPointRow>[]> {
  return queryRows(
    tx,
    RiskPointRow,
    sql`
    ${POINT}
    WHERE p.enterprise_id = ${enterpriseId} AND p.no > ${after}
    ORDER BY p.no
    LIMIT ${limit}
  `,
  )
}

/** Some risk points of an enterprise, in the order of its control list. */
export function findRiskPoints(
  tx: Tx,
  enterpriseId: string,
  ids: readonly string[],
): Promise<z.output<typeof RiskPointRow>[]> {
  return queryRows(
    tx,
    RiskPointRow,
    sql`
    ${POINT}
    WHERE p.enterprise_id = ${enterpriseId} AND p.id = ANY (${uuidArray(ids)})
    ORDER BY p.no
  `,
  )
}

/** How a risk point's levels came about, the latest assessment first, and what led to the point. */
export async function findHistory(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<z.output<typeof RiskPointHistory>> {
  const found = await queryRow(
    tx,
    RiskPointHistory,
    sql`
    WITH graded AS (
      SELECT a.*, s.description,
             lag(a.level) OVER (PARTITION BY a.hazard_source_id, a.stage ORDER BY a.assessed_on, a.recorded_at, a.id) AS previous_level
      FROM assessments a
      JOIN hazard_sources s ON s.enterprise_id = a.enterprise_id AND s.id = a.hazard_source_id
      WHERE s.enterprise_id = ${enterpriseId} AND s.risk_point_id = ${id}
    )
    SELECT
      (SELECT coalesce(json_agg(json_build_object(
          'id', id, 'stage', stage, 'method', method, 'inputs', inputs, 'score', score::text, 'level', level, 'raisedFrom', raised_from,
          'profileId', profile_id, 'profileVersion', profile_version, 'directCriterion', direct_criterion,
          'assessor', assessor, 'assessedOn', assessed_on, 'reason', reason,
          'sourceId', hazard_source_id, 'sourceDescription', description, 'recordedAt', ${isoTime(sql`recorded_at`)}, 'previousLevel', previous_level
        ) ORDER BY assessed_on DESC, recorded_at DESC, id DESC), '[]') FROM graded) AS history,
      (SELECT coalesce(json_agg(json_build_object('id', j.id, 'title', j.title) ORDER BY j.period_from DESC, j.id), '[]')
       FROM prejudgement_risk_points l JOIN prejudgements j ON j.id = l.prejudgement_id
       WHERE l.enterprise_id = ${enterpriseId} AND l.risk_point_id = ${id}) AS prejudgements
  `,
  )
  return found ?? { history: [], prejudgements: [] }
}
