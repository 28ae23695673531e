import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../../db/database.ts'
import {
  enterpriseCondition,
  OPEN,
  type EnterpriseFacets,
  type LevelFacet,
} from '../../db/filters.ts'
import { queryRow, queryRows } from '../../db/rows.ts'
import { ENTERPRISE_KIND_CODES } from '../../domain/enterprise-kind.ts'
import { ENTERPRISE_COLUMNS } from '../queries.ts'
import type { Area } from './area.ts'
import { WithinCounts, WithinItem } from './schema.ts'

type Facets = EnterpriseFacets & LevelFacet

const shapeOf = ({ text }: Area): SQL =>
  sql`shape AS MATERIALIZED (SELECT (${text}::text)::geometry::geography AS place)`
const isWithin = (geom: SQL, { radius }: Area): SQL =>
  sql`ST_DWithin(${geom}::geography, shape.place, ${radius}::float8)`

const Row = WithinItem.extend({ dutyPhone: z.string(), town: z.string(), grid: z.string() })

/** Enterprises within, nearest first. */
export function enterprisesWithin(
  tx: Tx,
  area: Area,
  facets: Facets,
  limit: number | undefined,
): Promise<z.output<typeof Row>[]> {
  return queryRows(
    tx,
    Row,
    sql`
    WITH ${shapeOf(area)}
    SELECT ${ENTERPRISE_COLUMNS}, round(ST_Distance(e.geom::geography, shape.place)::numeric, 2)::float8 AS distance, e.duty_phone AS "dutyPhone", t.name AS town, g.name AS grid
    FROM shape
    JOIN enterprises e ON ${isWithin(sql`e.geom`, area)}
    JOIN areas t ON t.code = e.town_code
    JOIN grids g ON g.id = e.grid_id
    WHERE ${enterpriseCondition(facets)}
    ORDER BY ST_Distance(e.geom::geography, shape.place), e.id
    ${limit === undefined ? sql`` : sql`LIMIT ${limit}`}`,
  )
}

const LEVELS = (level: SQL): SQL => sql`json_build_object(
  '1', count(*) FILTER (WHERE ${level} = 1), '2', count(*) FILTER (WHERE ${level} = 2), '3', count(*) FILTER (WHERE ${level} = 3),
  '4', count(*) FILTER (WHERE ${level} = 4), 'unassessed', count(*) FILTER (WHERE ${level} IS NULL))`
const NO_KINDS = JSON.stringify(Object.fromEntries(ENTERPRISE_KIND_CODES.map((kind) => [kind, 0])))

/** How many of what lie within: enterprises that meet the facets, points and open hazards where they themselves lie, of such enterprises. */
export async function countWithin(
  tx: Tx,
  area: Area,
  facets: Facets,
): Promise<z.output<typeof WithinCounts>> {
  const counts = await queryRow(
    tx,
    WithinCounts,
    sql`
    WITH ${shapeOf(area)},
    firms AS (SELECT e.kind, e.risk_level FROM shape JOIN enterprises e ON ${isWithin(sql`e.geom`, area)} WHERE ${enterpriseCondition(facets)}),
    points AS (SELECT p.level FROM shape JOIN risk_points p ON ${isWithin(sql`p.geom`, area)} JOIN enterprises e ON e.id = p.enterprise_id WHERE ${enterpriseCondition(facets)}),
    found AS (SELECT h.grade FROM shape JOIN hazards h ON ${OPEN} AND ${isWithin(sql`h.geom`, area)} JOIN enterprises e ON e.id = h.enterprise_id WHERE ${enterpriseCondition(facets)})
    SELECT
      json_build_object('total', (SELECT count(*) FROM firms), 'byLevel', (SELECT ${LEVELS(sql`risk_level`)} FROM firms),
        'byKind', ${NO_KINDS}::jsonb || coalesce((SELECT jsonb_object_agg(kind, n) FROM (SELECT kind, count(*) AS n FROM firms GROUP BY kind) kinds), '{}')) AS enterprises,
      json_build_object('total', (SELECT count(*) FROM points), 'byLevel', (SELECT ${LEVELS(sql`level`)} FROM points)) AS "riskPoints",
      json_build_object('total', (SELECT count(*) FROM found), 'major', (SELECT count(*) FROM found WHERE grade = 'major')) AS "openHazards"`,
  )
  if (counts === undefined) throw new Error('counting always answers')
  return counts
}
