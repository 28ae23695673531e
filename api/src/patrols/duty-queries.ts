import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import {
  enterpriseCondition,
  OPEN,
  overdue,
  type EnterpriseFacets,
  type LevelFacet,
} from '../db/filters.ts'
import { asGeoJson } from '../db/geometry.ts'
import { standingOn } from '../db/patrol-due.ts'
import { queryRows, uuidArray } from '../db/rows.ts'
import { currentPatrolTemplates } from '../domain/patrol-templates.ts'
import { patrolProfileOn } from '../domain/patrol-profile.ts'
import { MyPatrols, PatrolDuty } from './schema.ts'

/** What a list of objects is narrowed by. */
export interface DutyFacets extends EnterpriseFacets, LevelFacet {
  readonly state?: readonly string[] | undefined
}

/** Sort key in the list: last day in time, level, id. */
export const DutyPosition = z.tuple([z.iso.date(), z.int(), z.guid()])
export type DutyPosition = z.output<typeof DutyPosition>

export function positionOf({ dueOn, level, id }: z.output<typeof PatrolDuty>): DutyPosition {
  return [dueOn, level ?? 5, id]
}

const OBJECT = sql`
  e.id, e.name, e.kind, e.risk_level AS level, e.address, ${asGeoJson(sql`e.geom`)} AS location, e.grid_id AS "gridId",
  stands.state, stands.due_on::text AS "dueOn", latest.visited_on::text AS "lastVisitedOn", latest.user_name AS "lastVisitedBy"`

/** Objects and how they stand today, what was missed longest first. */
export function listDuties(
  tx: Tx,
  { state, ...facets }: DutyFacets,
  today: string,
  after: DutyPosition | undefined,
  limit: number,
): Promise<z.output<typeof PatrolDuty>[]> {
  const conditions: SQL[] = [
    enterpriseCondition(facets),
    ...(state === undefined ? [] : [sql`stands.state IN ${[...state]}`]),
    ...(after === undefined
      ? []
      : [
          sql`(stands.due_on, coalesce(e.risk_level, 5), e.id) > (${after[0]}::date, ${after[1]}, ${after[2]}::uuid)`,
        ]),
  ]
  return queryRows(
    tx,
    PatrolDuty,
    sql`
    SELECT ${OBJECT}, g.name AS "gridName",
      (SELECT count(*)::int FROM hazards h WHERE h.enterprise_id = e.id AND ${OPEN}) AS "openHazards"
    FROM enterprises e
    JOIN grids g ON g.id = e.grid_id
    ${standingOn(today)}
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY stands.due_on, coalesce(e.risk_level, 5), e.id
    LIMIT ${limit}`,
  )
}

/** Everything that a grid's telephone needs where there is no network; the scope decides which grids. */
export async function readMine(
  tx: Tx,
  gridIds: readonly string[],
  today: string,
): Promise<MyPatrols> {
  const grids = await queryRows(
    tx,
    MyPatrols.shape.grids.element,
    sql`
    SELECT id, code, name, ${asGeoJson(sql`geom`)} AS geometry, schematic FROM grids
    WHERE id = ANY (${uuidArray(gridIds)}) ORDER BY code`,
  )
  const objects = await queryRows(
    tx,
    MyPatrols.shape.objects.element,
    sql`
    SELECT ${OBJECT}, e.safety_officer AS "safetyOfficer", e.duty_phone AS "dutyPhone",
      coalesce((
        SELECT json_agg(json_build_object('id', p.id, 'no', p.no, 'name', p.name, 'level', p.level, 'locationText', p.location_text, 'location', ${asGeoJson(sql`p.geom`)}) ORDER BY p.no)
        FROM risk_points p WHERE p.enterprise_id = e.id
      ), '[]') AS "riskPoints",
      coalesce((
        SELECT json_agg(json_build_object('id', h.id, 'code', h.code, 'description', h.description, 'status', h.status, 'grade', h.grade, 'deadline', h.deadline,
          'overdue', ${overdue(today)}, 'riskPointId', h.risk_point_id, 'locationText', h.location_text, 'location', ${asGeoJson(sql`h.geom`)}) ORDER BY h.deadline NULLS LAST, h.code)
        FROM hazards h WHERE h.enterprise_id = e.id AND ${OPEN}
      ), '[]') AS hazards
    FROM enterprises e
    ${standingOn(today)}
    ORDER BY stands.due_on, coalesce(e.risk_level, 5), e.id`,
  )
  const { validFrom: _validFrom, ...profile } = patrolProfileOn(today)
  return MyPatrols.parse({
    asOf: today,
    profile,
    grids,
    objects,
    templates: currentPatrolTemplates(),
  })
}
