import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import {
  enterpriseCondition,
  OPEN,
  overdue,
  type EnterpriseFacets,
  type LevelFacet,
  type PlaceFacet,
} from '../db/filters.ts'
import { asGeoJson } from '../db/geometry.ts'
import { chiefOf } from '../db/grid-chief.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import { Enterprise, EnterpriseItem, Neighbour } from './schema.ts'

/** The columns of EnterpriseItem from `enterprises e`. */
export const ENTERPRISE_COLUMNS = sql`
  e.id, e.name, e.credit_code AS "creditCode", e.kind, e.industry, e.address,
  e.area_code AS "areaCode", e.town_code AS "townCode", e.grid_id AS "gridId",
  ${asGeoJson(sql`e.geom`)} AS location, e.risk_level AS "riskLevel", e.is_demo AS "isDemo"
`

const Row = EnterpriseItem.extend({ initials: z.string() })

/** Sort key of an enterprise in the list: level (5 = not assessed), initials, id. */
export const EnterprisePosition = z.tuple([z.int(), z.string(), z.uuid()])
export type EnterprisePosition = z.output<typeof EnterprisePosition>

/** Where a row stands in the list. */
export function positionOf(row: z.output<typeof Row>): EnterprisePosition {
  return [row.riskLevel ?? 5, row.initials, row.id]
}

/**
 * Enterprises that meet the facets, the most dangerous first, then by initials.
 * @param limit rows to read, one more than a page shows
 */
export function listEnterprises(
  tx: Tx,
  facets: EnterpriseFacets & LevelFacet & PlaceFacet,
  after: EnterprisePosition | undefined,
  limit: number,
): Promise<z.output<typeof Row>[]> {
  const next =
    after === undefined
      ? sql`true`
      : sql`(coalesce(e.risk_level, 5), e.initials COLLATE "C", e.id) > (${after[0]}::int, ${after[1]}::text COLLATE "C", ${after[2]}::uuid)`
  return queryRows(
    tx,
    Row,
    sql`
    SELECT ${ENTERPRISE_COLUMNS}, e.initials
    FROM enterprises e
    WHERE ${enterpriseCondition(facets)} AND ${next}
    ORDER BY coalesce(e.risk_level, 5), e.initials COLLATE "C", e.id
    LIMIT ${limit}
  `,
  )
}

const NO_HAZARDS = JSON.stringify(
  Object.fromEntries(HAZARD_STATUS_CODES.map((status) => [status, 0])),
)

/**
 * One enterprise with its grid, office and counts; undefined where the scope sees none of that id.
 * @param today `YYYY-MM-DD` in China
 */
export function findEnterprise(
  tx: Tx,
  id: string,
  today: string,
): Promise<z.output<typeof Enterprise> | undefined> {
  return queryRow(
    tx,
    Enterprise,
    sql`
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
  `,
  )
}

/**
 * Enterprises within `radius` metres of one, nearest first, without itself. Distances run along the
 * WGS 84 ellipsoid, by the geography index.
 */
export function listNeighbours(
  tx: Tx,
  id: string,
  radius: number,
): Promise<z.output<typeof Neighbour>[]> {
  return queryRows(
    tx,
    Neighbour,
    sql`
    SELECT ${ENTERPRISE_COLUMNS},
           round(ST_Distance(e.geom::geography, centre.geom::geography)::numeric, 2)::float8 AS distance
    FROM enterprises centre
    JOIN enterprises e ON ST_DWithin(e.geom::geography, centre.geom::geography, ${radius}::float8) AND e.id <> centre.id
    WHERE centre.id = ${id}
    ORDER BY ST_Distance(e.geom::geography, centre.geom::geography), e.id
  `,
  )
}
