import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { enterpriseCondition, pointCondition } from '../db/filters.ts'
import { COUNTS } from '../db/patrol-due.ts'
import { queryRow } from '../db/rows.ts'
import { neighbourProfileOn } from '../domain/neighbour-profile.ts'
import { BY_LEVEL, endOf, stoodOn, type CommandFacets } from './facets.ts'
import { CommandFigures } from './schema.ts'

const Stock = CommandFigures.pick({
  enterprises: true,
  riskPoints: true,
  industryLevels: true,
  grids: true,
  neighbours: true,
})
const Row = z.object({ stock: Stock })

/**
 * What stood at the end of a day besides hazards. Grids and neighbours are told by the facets of the enterprise: whose
 * objects are patrolled, and who has to tell.
 */
export async function countStock(
  tx: Tx,
  asked: CommandFacets,
  day: string,
): Promise<z.output<typeof Stock>> {
  // Of the industries all are counted, whichever are chosen: what else is counted keeps to those.
  const { industryCode, ...facets } = asked
  const { riskLevel: _level, ...ofEnterprise } = facets
  const chosen =
    industryCode === undefined ? sql`true` : sql`e.industry_code IN ${[...industryCode]}`
  const row = await queryRow(
    tx,
    Row,
    sql`
    WITH objects AS (
      SELECT e.id, e.grid_id, e.industry_code, e.risk_level AS level, ${enterpriseCondition(facets)} AS shown, ${chosen} AS chosen
      FROM enterprise_stretches e
      WHERE ${stoodOn('e', day)} AND ${enterpriseCondition(ofEnterprise)}
    ),
    enterprise_levels AS (SELECT industry_code, chosen, level, count(*) AS n FROM objects WHERE shown GROUP BY 1, 2, 3),
    point_levels AS (
      SELECT e.industry_code, ${chosen} AS chosen, p.level, p.accident_type, count(*) AS n
      FROM risk_point_stretches p JOIN enterprises e ON e.id = p.enterprise_id
      WHERE ${stoodOn('p', day)} AND ${pointCondition(facets)}
      GROUP BY 1, 2, 3, 4
    ),
    by_accident_type AS (SELECT coalesce(accident_type::text, 'none') AS code, sum(n) AS n FROM point_levels WHERE chosen GROUP BY 1),
    industry_names AS (SELECT industry_code AS code, min(industry) AS name FROM enterprises GROUP BY 1),
    industry_points AS (SELECT industry_code AS code, sum(n) AS total, ${BY_LEVEL} AS by_level FROM point_levels GROUP BY 1),
    industry_enterprises AS (SELECT industry_code AS code, sum(n) AS total FROM enterprise_levels GROUP BY 1),
    no_points AS (SELECT ${BY_LEVEL} AS by_level FROM point_levels WHERE false),
    unsigned AS (
      SELECT (${day}::date - (r.issued_at AT TIME ZONE 'Asia/Shanghai')::date) >= ${neighbourProfileOn(day).remindAfterDays} AS late
      FROM received_notices r
      WHERE r.sender_id IN (SELECT id FROM objects WHERE chosen) AND r.issued_at < ${endOf(day)}
        AND (r.ended_at IS NULL OR r.ended_at >= ${endOf(day)}) AND (r.signed_at IS NULL OR r.signed_at >= ${endOf(day)})
    )
    SELECT json_build_object(
      'enterprises', (SELECT json_build_object('total', coalesce(sum(n), 0), 'byLevel', ${BY_LEVEL}) FROM enterprise_levels WHERE chosen),
      'riskPoints', (
        SELECT json_build_object(
          'total', coalesce(sum(n), 0),
          'byLevel', ${BY_LEVEL},
          'byAccidentType', (SELECT coalesce(jsonb_object_agg(code, n), '{}') FROM by_accident_type)
        ) FROM point_levels WHERE chosen
      ),
      'industryLevels', (
        SELECT coalesce(json_agg(json_build_object(
          'code', i.code, 'name', i.name, 'enterprises', coalesce(e.total, 0), 'byLevel', coalesce(p.by_level, no_points.by_level)
        ) ORDER BY coalesce(p.total, 0) DESC, i.code), '[]')
        FROM industry_names i
        CROSS JOIN no_points
        LEFT JOIN industry_points p ON p.code = i.code
        LEFT JOIN industry_enterprises e ON e.code = i.code
        WHERE p.code IS NOT NULL OR e.code IS NOT NULL
      ),
      'grids', json_build_object(
        'patrolled', (
          SELECT count(DISTINCT o.grid_id) FROM patrol_visits v JOIN objects o ON o.id = v.enterprise_id WHERE o.chosen AND v.visited_on = ${day}::date AND ${COUNTS}
        ),
        'total', (SELECT count(DISTINCT grid_id) FROM objects WHERE chosen)
      ),
      'neighbours', (SELECT json_build_object('untold', count(*), 'late', count(*) FILTER (WHERE late)) FROM unsigned)
    ) AS stock
  `,
  )
  if (row === undefined) throw new Error('a SELECT without FROM has one row')
  return row.stock
}
