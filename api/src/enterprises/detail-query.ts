import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { OPEN, overdue } from '../db/filters.ts'
import { chiefOf } from '../db/grid-chief.ts'
import { queryRow } from '../db/rows.ts'
import { HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import { ENTERPRISE_COLUMNS } from './columns.ts'
import { Enterprise } from './schema.ts'

const NO_HAZARDS = JSON.stringify(Object.fromEntries(HAZARD_STATUS_CODES.map((status) => [status, 0])))

/**
 * One enterprise with its grid, office and counts; undefined where the scope sees none of that id.
 * @param today `YYYY-MM-DD` in China
 */
export function findEnterprise(tx: Tx, id: string, today: string): Promise<z.output<typeof Enterprise> | undefined> {
  return queryRow(tx, Enterprise, sql`
    WITH points AS (
      SELECT json_build_object(
        '1', count(*) FILTER (WHERE level = 1),
        '2', count(*) FILTER (WHERE level = 2),
        '3', count(*) FILTER (WHERE level = 3),
        '4', count(*) FILTER (WHERE level = 4),
        'unassessed', count(*) FILTER (WHERE level IS NULL),
        'total', count(*)
      ) AS counts
      FROM risk_points
      WHERE enterprise_id = ${id}
    ),
    by_status AS (
      SELECT status,
             count(*) AS n,
             count(*) FILTER (WHERE ${OPEN}) AS open,
             count(*) FILTER (WHERE ${overdue(today)}) AS overdue,
             count(*) FILTER (WHERE ${OPEN} AND h.grade = 'major') AS major_open
      FROM hazards h
      WHERE h.enterprise_id = ${id}
      GROUP BY status
    ),
    found AS (
      SELECT json_build_object(
        'byStatus', ${NO_HAZARDS}::jsonb || coalesce(jsonb_object_agg(status, n), '{}'),
        'open', coalesce(sum(open), 0),
        'overdue', coalesce(sum(overdue), 0),
        'majorOpen', coalesce(sum(major_open), 0)
      ) AS counts
      FROM by_status
    )
    SELECT ${ENTERPRISE_COLUMNS},
           e.activity, e.employees, e.industry_code AS "industryCode",
           e.legal_representative AS "legalRepresentative", e.principal,
           e.safety_officer AS "safetyOfficer", e.duty_phone AS "dutyPhone",
           e.major_hazard_level AS "majorHazardLevel", e.source_datum AS "sourceDatum",
           json_build_object('code', t.code, 'name', t.name) AS town,
           json_build_object('code', a.code, 'name', a.name) AS area,
           json_build_object('id', g.id, 'code', g.code, 'name', g.name, 'chief', ${chiefOf(sql`g.id`, today)}) AS grid,
           json_build_object('id', o.id, 'name', o.name, 'phone', o.phone) AS office,
           points.counts AS "riskPoints",
           found.counts AS hazards
    FROM enterprises e
    JOIN areas t ON t.code = e.town_code
    JOIN areas a ON a.code = e.area_code
    JOIN grids g ON g.id = e.grid_id
    JOIN offices o ON o.id = e.office_id
    CROSS JOIN points
    CROSS JOIN found
    WHERE e.id = ${id}
  `)
}
