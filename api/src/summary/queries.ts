import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import {
  enterpriseCondition,
  hazardCondition,
  OPEN,
  overdue,
  pointCondition,
  type HazardFacets,
  type PointFacets,
} from '../db/filters.ts'
import { queryRows } from '../db/rows.ts'
import { ENTERPRISE_KIND_CODES } from '../domain/enterprise-kind.ts'
import { HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import { Summary } from './schema.ts'

const Row = z.object({ summary: Summary.omit({ asOf: true }) })

function zeros(codes: readonly string[]): SQL {
  return sql`${JSON.stringify(Object.fromEntries(codes.map((code) => [code, 0])))}::jsonb`
}

/** Sums `n` by `level` (null = not assessed) into an object that has every level. */
const BY_LEVEL = sql`jsonb_build_object(
  '1', coalesce(sum(n) FILTER (WHERE level = 1), 0),
  '2', coalesce(sum(n) FILTER (WHERE level = 2), 0),
  '3', coalesce(sum(n) FILTER (WHERE level = 3), 0),
  '4', coalesce(sum(n) FILTER (WHERE level = 4), 0),
  'unassessed', coalesce(sum(n) FILTER (WHERE level IS NULL), 0)
)`

/**
 * Counts of enterprises, risk points and hazards that meet the facets. Each table is read once, into one
 * row per town and combination of what is counted; all figures are sums of those.
 * @param today `YYYY-MM-DD` in China
 */
export async function summarise(
  tx: Tx,
  facets: PointFacets & HazardFacets,
  today: string,
): Promise<z.output<typeof Row>['summary']> {
  const [row] = await queryRows(
    tx,
    Row,
    sql`
    WITH chosen_enterprises AS (
      SELECT e.town_code, e.kind, e.risk_level AS level, count(*) AS n
      FROM enterprises e
      WHERE ${enterpriseCondition(facets)}
      GROUP BY 1, 2, 3
    ),
    chosen_points AS (
      SELECT p.town_code, p.level, p.accident_type, count(*) AS n
      FROM risk_points p
      WHERE ${pointCondition(facets)}
      GROUP BY 1, 2, 3
    ),
    chosen_hazards AS (
      SELECT h.town_code, h.status, ${OPEN} AS open, ${overdue(today)} AS overdue, h.grade, count(*) AS n
      FROM hazards h
      WHERE ${hazardCondition(facets, today)}
      GROUP BY 1, 2, 3, 4, 5
    ),
    by_kind AS (SELECT kind AS code, sum(n) AS n FROM chosen_enterprises GROUP BY 1),
    by_accident_type AS (SELECT coalesce(accident_type::text, 'none') AS code, sum(n) AS n FROM chosen_points GROUP BY 1),
    by_status AS (SELECT status AS code, sum(n) AS n FROM chosen_hazards GROUP BY 1),
    town_points AS (SELECT town_code, sum(n) AS total, ${BY_LEVEL} AS by_level FROM chosen_points GROUP BY 1),
    town_hazards AS (
      SELECT town_code, sum(n) FILTER (WHERE open) AS open, sum(n) FILTER (WHERE overdue) AS overdue
      FROM chosen_hazards
      GROUP BY 1
    ),
    no_points AS (SELECT ${BY_LEVEL} AS by_level FROM chosen_points WHERE false)
    SELECT json_build_object(
      'enterprises', (
        SELECT json_build_object(
          'total', coalesce(sum(n), 0),
          'byKind', ${zeros(ENTERPRISE_KIND_CODES)} || (SELECT coalesce(jsonb_object_agg(code, n), '{}') FROM by_kind),
          'byLevel', ${BY_LEVEL}
        ) FROM chosen_enterprises
      ),
      'riskPoints', (
        SELECT json_build_object(
          'total', coalesce(sum(n), 0),
          'byLevel', ${BY_LEVEL},
          'byAccidentType', (SELECT coalesce(jsonb_object_agg(code, n), '{}') FROM by_accident_type)
        ) FROM chosen_points
      ),
      'hazards', (
        SELECT json_build_object(
          'total', coalesce(sum(n), 0),
          'open', coalesce(sum(n) FILTER (WHERE open), 0),
          'overdue', coalesce(sum(n) FILTER (WHERE overdue), 0),
          'majorOpen', coalesce(sum(n) FILTER (WHERE open AND grade = 'major'), 0),
          'byStatus', ${zeros(HAZARD_STATUS_CODES)} || (SELECT coalesce(jsonb_object_agg(code, n), '{}') FROM by_status)
        ) FROM chosen_hazards
      ),
      'towns', (
        SELECT coalesce(json_agg(json_build_object(
          'code', t.code,
          'name', t.name,
          'enterprises', (SELECT coalesce(sum(n), 0) FROM chosen_enterprises WHERE town_code = t.code),
          'riskPoints', coalesce(p.total, 0),
          'byLevel', coalesce(p.by_level, no_points.by_level),
          'openHazards', coalesce(h.open, 0),
          'overdueHazards', coalesce(h.overdue, 0)
        ) ORDER BY t.code), '[]')
        FROM areas t
        CROSS JOIN no_points
        LEFT JOIN town_points p ON p.town_code = t.code
        LEFT JOIN town_hazards h ON h.town_code = t.code
        WHERE t.level = 'town'
      )
    ) AS summary
  `,
  )
  if (row === undefined) throw new Error('a SELECT without FROM has one row')
  return row.summary
}
