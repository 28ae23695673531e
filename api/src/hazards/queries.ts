import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { hazardCondition, type HazardFacets } from '../db/filters.ts'
import { asGeoJson } from '../db/geometry.ts'
import { isoTime, queryRows } from '../db/rows.ts'
import { HazardRow } from './schema.ts'

/** Sort key in the list: instant of the report to the microsecond, enterprise, id. */
export const HazardPosition = z.tuple([
  z.string().regex(/^\d{4,}-[\d-]{5}T[\d:.]{15}Z$/),
  z.guid(),
  z.guid(),
])
export type HazardPosition = z.output<typeof HazardPosition>

const ListRow = HazardRow.extend({ reportedInstant: z.string() })

/** Where a row stands in the list. */
export function positionOf(row: z.output<typeof ListRow>): HazardPosition {
  return [row.reportedInstant, row.enterpriseId, row.id]
}

/** Columns of `HazardRow`, from `hazards h` with `HAZARD_NAMES`. */
export const HAZARD_COLUMNS = sql`
  h.id, h.enterprise_id AS "enterpriseId", owner.name AS "enterpriseName",
  h.risk_point_id AS "riskPointId", at_point.name AS "riskPointName",
  h.no, h.code, h.description, h.location_text AS "locationText", ${asGeoJson(sql`h.geom`)} AS location,
  h.origin, h.grade, h.treatment, h.status, ${isoTime(sql`h.reported_at`)} AS "reportedAt", h.deadline::text,
  ${isoTime(sql`h.accepted_at`)} AS "acceptedAt", ${isoTime(sql`h.closed_at`)} AS "closedAt",
  h.round, h.extension, h.supervision, h.work_stop AS "workStop", h.last_seq AS "lastSeq", h.grid_id AS "gridId", h.town_code AS "townCode"
`

/** What a hazard is named after. */
export const HAZARD_NAMES = sql`
  JOIN enterprises owner ON owner.id = h.enterprise_id
  LEFT JOIN risk_points at_point ON at_point.enterprise_id = h.enterprise_id AND at_point.id = h.risk_point_id
`
const NEWEST_FIRST = sql`h.reported_at DESC NULLS LAST, h.enterprise_id, h.id`

/**
 * Hazards that meet the facets, newest first. The page is cut before names are joined: under row-level security
 * every joined table is narrowed again, and the planner would take the page for far smaller than it is.
 * @param today `YYYY-MM-DD` in China
 * @param limit rows to read, one more than a page shows
 */
export function listHazards(
  tx: Tx,
  facets: HazardFacets,
  today: string,
  after: HazardPosition | undefined,
  limit: number,
): Promise<z.output<typeof ListRow>[]> {
  const next =
    after === undefined
      ? sql`true`
      : sql`
    h.reported_at <= ${after[0]}::timestamptz
    AND (h.reported_at < ${after[0]}::timestamptz OR (h.enterprise_id, h.id) > (${after[1]}::uuid, ${after[2]}::uuid))
  `
  return queryRows(
    tx,
    ListRow,
    sql`
    SELECT ${HAZARD_COLUMNS}, to_char(h.reported_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "reportedInstant"
    FROM (
      SELECT *
      FROM hazards h
      WHERE ${hazardCondition(facets, today)} AND ${next}
      ORDER BY ${NEWEST_FIRST}
      LIMIT ${limit}
    ) h
    ${HAZARD_NAMES}
    ORDER BY ${NEWEST_FIRST}
  `,
  )
}
