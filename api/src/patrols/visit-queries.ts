import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { EVIDENCE_JSON } from '../db/evidence.ts'
import { enterpriseCondition, type EnterpriseFacets } from '../db/filters.ts'
import { asGeoJson } from '../db/geometry.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import { PatrolVisit, PatrolVisitItem } from './schema.ts'

/** Sort key in the list: instant of the end to the microsecond, enterprise, id. */
export const VisitPosition = z.tuple([
  z.string().regex(/^\d{4,}-[\d-]{5}T[\d:.]{15}Z$/),
  z.guid(),
  z.guid(),
])
export type VisitPosition = z.output<typeof VisitPosition>

/** What a list of visits is narrowed by; days are of the visit, in China. */
export interface VisitFacets extends EnterpriseFacets {
  readonly enterpriseId?: string | undefined
  readonly userId?: string | undefined
  readonly result?: readonly string[] | undefined
  readonly flag?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

const ListRow = PatrolVisitItem.extend({ finishedInstant: z.string() })

/** Where a row stands in the list. */
export function positionOf(row: z.output<typeof ListRow>): VisitPosition {
  return [row.finishedInstant, row.enterpriseId, row.id]
}

/** Hazards of visit `v` by part that are on record and not void. */
const ON_RECORD = sql`
  FROM patrol_hazards l JOIN hazards h ON h.enterprise_id = l.enterprise_id AND h.id = l.hazard_id
  WHERE l.enterprise_id = v.enterprise_id AND l.visit_id = v.id`

const COLUMNS = sql`
  v.id, v.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", v.grid_id AS "gridId", g.name AS "gridName",
  v.user_id AS "userId", v.user_name AS "userName",
  ${isoTime(sql`v.started_at`)} AS "startedAt", ${isoTime(sql`v.finished_at`)} AS "finishedAt", ${isoTime(sql`v.received_at`)} AS "receivedAt",
  v.check_in AS "checkIn", v.distance, v.result, to_json(v.flags) AS flags,
  (SELECT count(*)::int FROM jsonb_array_elements(v.answers) a WHERE a ->> 'result' = 'fail') AS "failedCount",
  (SELECT count(*)::int ${ON_RECORD} AND l.part = 'found' AND h.status <> 'void') AS "hazardCount",
  (SELECT count(*)::int FROM patrol_evidence f WHERE f.enterprise_id = v.enterprise_id AND f.visit_id = v.id AND f.part = 'photo') AS "photoCount"`
const NAMES = sql`JOIN enterprises e ON e.id = v.enterprise_id JOIN grids g ON g.id = v.grid_id`

/** Visits that meet the facets, the latest first. */
export function listVisits(
  tx: Tx,
  { enterpriseId, userId, result, flag, from, to, ...ofEnterprise }: VisitFacets,
  after: VisitPosition | undefined,
  limit: number,
): Promise<z.output<typeof ListRow>[]> {
  const conditions: SQL[] = [
    enterpriseCondition(ofEnterprise),
    ...(enterpriseId === undefined ? [] : [sql`v.enterprise_id = ${enterpriseId}`]),
    ...(userId === undefined ? [] : [sql`v.user_id = ${userId}`]),
    ...(result === undefined ? [] : [sql`v.result IN ${[...result]}`]),
    ...(flag === undefined ? [] : [sql`v.flags && ${sql.param(`{${flag.join(',')}}`)}::text[]`]),
    ...(from === undefined ? [] : [sql`v.visited_on >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`v.visited_on <= ${to}::date`]),
    ...(after === undefined
      ? []
      : [
          sql`
      v.finished_at <= ${after[0]}::timestamptz
      AND (v.finished_at < ${after[0]}::timestamptz OR (v.enterprise_id, v.id) > (${after[1]}::uuid, ${after[2]}::uuid))`,
        ]),
  ]
  return queryRows(
    tx,
    ListRow,
    sql`
    SELECT ${COLUMNS}, to_char(v.finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "finishedInstant"
    FROM patrol_visits v
    ${NAMES}
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY v.finished_at DESC, v.enterprise_id, v.id
    LIMIT ${limit}`,
  )
}

const filesOf = (part: 'photo' | 'signature') => sql`(
  SELECT json_agg(${EVIDENCE_JSON} ORDER BY l.position, f.id)
  FROM patrol_evidence l JOIN evidence f ON f.enterprise_id = l.enterprise_id AND f.id = l.evidence_id
  WHERE l.enterprise_id = v.enterprise_id AND l.visit_id = v.id AND l.part = ${part})`

/** One visit with all that was recorded. */
export function findVisit(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<PatrolVisit | undefined> {
  return queryRow(
    tx,
    PatrolVisit,
    sql`
    SELECT ${COLUMNS}, ${asGeoJson(sql`v.geom`)} AS location, v.accuracy,
      ${isoTime(sql`v.told_started_at`)} AS "toldStartedAt", ${isoTime(sql`v.told_finished_at`)} AS "toldFinishedAt", v.clock_drift::float8 AS "clockDrift", v.kind, v.template_version AS "templateVersion", v.answers,
      v.signature, ${filesOf('signature')} -> 0 AS "signatureEvidence", v.signed_by AS "signedBy", v.note, v.profile_version AS "profileVersion",
      coalesce(${filesOf('photo')}, '[]') AS evidence,
      coalesce((
        SELECT json_agg(json_build_object('id', l.hazard_id, 'part', l.part, 'item', l.item, 'hazard',
          CASE WHEN h.id IS NOT NULL THEN json_build_object('code', h.code, 'description', h.description, 'status', h.status, 'grade', h.grade) END)
          ORDER BY l.part, h.code, l.hazard_id)
        FROM patrol_hazards l LEFT JOIN hazards h ON h.enterprise_id = l.enterprise_id AND h.id = l.hazard_id
        WHERE l.enterprise_id = v.enterprise_id AND l.visit_id = v.id
      ), '[]') AS hazards
    FROM patrol_visits v
    ${NAMES}
    WHERE v.enterprise_id = ${enterpriseId} AND v.id = ${id}`,
  )
}
