import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { EVIDENCE_JSON } from '../db/evidence.ts'
import { isoTime, queryRow } from '../db/rows.ts'
import type { HazardState } from '../domain/hazard-state.ts'
import { SUPERVISION_LEVEL_CODES, WORK_STOPPER_CODES } from '../domain/hazard-supervision.ts'
import { HAZARD_COLUMNS, HAZARD_NAMES } from './queries.ts'
import { HAZARD_DETAIL, HazardRow } from './schema.ts'

/** One hazard as it stands on record, with what only the closed loop asks for. */
const HazardRecord = HazardRow.extend({
  ...HAZARD_DETAIL,
  reportedBy: z.uuid().nullable(),
  officeId: z.uuid(),
  supervisionLevel: z.enum(SUPERVISION_LEVEL_CODES).nullable(),
  workStopBy: z.enum(WORK_STOPPER_CODES).nullable(),
  extensionBy: z.string().nullable(),
})
export type HazardRecord = z.output<typeof HazardRecord>

/** One hazard and its history; undefined where the scope sees none of that id. */
export function findHazard(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<HazardRecord | undefined> {
  return queryRow(
    tx,
    HazardRecord,
    sql`
    SELECT ${HAZARD_COLUMNS}, h.office_id AS "officeId", office.name AS "officeName", grid.name AS "gridName",
      CASE WHEN h.rectifier_name IS NOT NULL THEN json_build_object('id', h.rectifier_id, 'name', h.rectifier_name) END AS rectifier,
      h.reported_by AS "reportedBy", h.reporter_name AS "reporterName", h.suggested_grade AS "suggestedGrade", h.criteria, h.cost::float8 AS cost,
      h.linked_to AS "linkedTo", h.merged_into AS "mergedInto", h.extension_deadline::text AS "extensionDeadline",
      h.supervision_level AS "supervisionLevel", h.work_stop_by AS "workStopBy",
      (
        SELECT coalesce(v.actor_id::text, v.actor_name) FROM hazard_events v
        WHERE v.enterprise_id = h.enterprise_id AND v.hazard_id = h.id AND v.type = 'request-extension' AND h.extension <> 'none'
        ORDER BY v.seq DESC LIMIT 1
      ) AS "extensionBy",
      (
        SELECT json_build_object(
          'level', v.detail ->> 'level', 'authority', v.detail ->> 'authority', 'department', v.detail ->> 'department',
          'documentNo', v.detail ->> 'documentNo', 'deadline', v.detail ->> 'deadline', 'listedAt', ${isoTime(sql`v.occurred_at`)})
        FROM hazard_events v
        WHERE v.enterprise_id = h.enterprise_id AND v.hazard_id = h.id AND v.type = 'list-supervision'
        ORDER BY v.seq DESC LIMIT 1
      ) AS "supervisionListing",
      (
        SELECT coalesce(json_agg(json_build_object(
          'seq', v.seq, 'type', v.type, 'fromStatus', v.from_status, 'toStatus', v.to_status,
          'actorName', v.actor_name, 'actorRole', v.actor_role, 'actorPost', v.actor_post, 'occurredAt', ${isoTime(sql`v.occurred_at`)}, 'opinion', v.opinion,
          'detail', v.detail, 'evidence', (
            SELECT coalesce(json_agg(${EVIDENCE_JSON} || jsonb_build_object('part', l.part) ORDER BY l.part, l.position), '[]')
            FROM hazard_event_evidence l
            JOIN evidence f ON f.enterprise_id = l.enterprise_id AND f.id = l.evidence_id
            WHERE l.enterprise_id = v.enterprise_id AND l.hazard_id = v.hazard_id AND l.seq = v.seq
          )
        ) ORDER BY v.seq), '[]')
        FROM hazard_events v
        WHERE v.enterprise_id = h.enterprise_id AND v.hazard_id = h.id
      ) AS events
    FROM hazards h
    JOIN offices office ON office.id = h.office_id
    JOIN grids grid ON grid.id = h.grid_id
    ${HAZARD_NAMES}
    WHERE h.enterprise_id = ${enterpriseId} AND h.id = ${id}
  `,
  )
}

const instant = (time: string | null) => (time === null ? null : new Date(time))

/** What the closed loop knows of a hazard on record. */
export function stateOf(record: HazardRecord): HazardState {
  const {
    status,
    grade,
    treatment,
    deadline,
    round,
    criteria,
    cost,
    extension,
    extensionDeadline,
    extensionBy,
    supervision,
    supervisionLevel,
    workStopBy,
  } = record
  return {
    status,
    grade,
    treatment,
    deadline,
    round,
    criteria,
    cost,
    extension,
    extensionDeadline,
    extensionBy,
    supervision,
    supervisionLevel,
    workStopBy,
    rectifier: record.rectifier === null ? null : (record.rectifier.id ?? record.rectifier.name),
    acceptedAt: instant(record.acceptedAt),
    closedAt: instant(record.closedAt),
  }
}
