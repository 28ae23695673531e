import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'
import { ENTERPRISE_KIND_CODES } from '@onemap/api/domain/enterprise-kind'
import { isRiskLevel } from '@onemap/api/domain/risk-level'

const Place = z.tuple([z.number(), z.number()])
const instant = z.coerce.date()

/** What a year of patrols needs to know of an enterprise that stands already. */
export const PatrolledObject = z.object({
  id: z.uuid(),
  gridId: z.uuid(),
  officeId: z.uuid(),
  gridCode: z.string(),
  kind: z.enum(ENTERPRISE_KIND_CODES),
  level: z
    .int()
    .nullable()
    .transform((level) => (isRiskLevel(level) ? level : null)),
  since: z.iso.date(),
  /** Levels it had before, oldest first. */
  past: z.array(
    z.object({
      untilOn: z.iso.date(),
      level: z
        .int()
        .nullable()
        .transform((level) => (isRiskLevel(level) ? level : null)),
    }),
  ),
  safetyOfficer: z.string(),
  /** Its own place, then those of its risk points. */
  places: z.array(Place),
  staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Found by a patrol, oldest first. */
  found: z.array(
    z.object({ id: z.uuid(), at: instant, by: z.string(), photo: z.uuid().nullable() }),
  ),
  /** Accepted after rectification, oldest first. */
  rectified: z.array(z.object({ id: z.uuid(), at: instant })),
})
export type PatrolledObject = z.output<typeof PatrolledObject>

/** A district a hundred times as large is patrolled in this part of it only. */
const MOST = 1500

/** The demonstration enterprises whose grids have people. */
export function readObjects(tx: Tx, from: string): Promise<PatrolledObject[]> {
  return queryRows(
    tx,
    PatrolledObject,
    sql`
    WITH staff AS (
      SELECT a.grid_id, json_agg(json_build_object('id', u.id, 'name', u.name) ORDER BY a.position <> 'chief', u.name, u.id) AS people
      FROM appointments a JOIN users u ON u.id = a.user_id AND u.is_demo
      WHERE a.role = 'grid' GROUP BY a.grid_id
    )
    SELECT e.id, e.grid_id AS "gridId", e.office_id AS "officeId", g.code AS "gridCode", e.kind, e.risk_level AS level, e.safety_officer AS "safetyOfficer",
      (e.created_at AT TIME ZONE 'Asia/Shanghai')::date::text AS since, s.people AS staff,
      coalesce((SELECT json_agg(json_build_object('untilOn', a.until_on, 'level', a.level) ORDER BY a.until_on) FROM enterprise_past_levels a WHERE a.enterprise_id = e.id), '[]') AS past,
      (SELECT json_agg(json_build_array(ST_X(p.geom), ST_Y(p.geom))) FROM (
        SELECT e.geom UNION ALL SELECT p.geom FROM risk_points p WHERE p.enterprise_id = e.id
      ) p) AS places,
      coalesce((SELECT json_agg(json_build_object('id', h.id, 'at', h.reported_at, 'by', h.reporter_name, 'photo', (
          SELECT f.evidence_id FROM hazard_event_evidence f WHERE f.enterprise_id = h.enterprise_id AND f.hazard_id = h.id AND f.seq = 1 ORDER BY f.position LIMIT 1
        )) ORDER BY h.reported_at)
        FROM hazards h WHERE h.enterprise_id = e.id AND h.origin = 'grid-patrol' AND h.reported_at >= ${from}::date
      ), '[]') AS found,
      coalesce((SELECT json_agg(json_build_object('id', h.id, 'at', h.accepted_at) ORDER BY h.accepted_at)
        FROM hazards h WHERE h.enterprise_id = e.id AND h.status IN ('accepted', 'closed') AND h.accepted_at >= ${from}::date
      ), '[]') AS rectified
    FROM enterprises e
    JOIN grids g ON g.id = e.grid_id
    JOIN staff s ON s.grid_id = e.grid_id
    WHERE e.is_demo
    ORDER BY e.credit_code
    LIMIT ${MOST}`,
  )
}
