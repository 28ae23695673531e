import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRows } from '@onemap/api/db/rows'

/** What inspection needs to know of an enterprise that stands already. */
export const Firm = z.object({
  id: z.uuid(),
  gridId: z.uuid(),
  officeId: z.uuid(),
  safetyOfficer: z.string(),
  safetyOfficerId: z.uuid().nullable(),
  points: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      level: z.int().nullable(),
      person: z.string().nullable(),
      department: z.string().nullable(),
    }),
  ),
  measures: z.array(z.object({ id: z.uuid(), riskPointId: z.uuid(), content: z.string() })),
  hazards: z.array(
    z.object({ id: z.uuid(), riskPointId: z.uuid(), description: z.string(), on: z.iso.date() }),
  ),
})
export type Firm = z.output<typeof Firm>

/** How many enterprises besides those with accounts already keep checklists here. */
const OTHERS = 22
const POINTS = 8

/** The demonstration enterprises that inspect by checklist: those with an account, and some more through all the trades. */
export function readFirms(tx: Tx): Promise<Firm[]> {
  return queryRows(
    tx,
    Firm,
    sql`
    WITH staff AS (
      SELECT a.enterprise_id, (array_agg(a.user_id ORDER BY a.position = 'safety-officer' DESC, a.user_id))[1] AS user_id
      FROM appointments a JOIN users u ON u.id = a.user_id AND u.is_demo
      WHERE a.enterprise_id IS NOT NULL AND a.position = 'safety-officer' GROUP BY a.enterprise_id
    ),
    held AS (SELECT DISTINCT enterprise_id FROM appointments WHERE enterprise_id IS NOT NULL),
    ranked AS (
      SELECT e.*, h.enterprise_id IS NOT NULL AS held, row_number() OVER (PARTITION BY e.industry_code ORDER BY e.credit_code) AS turn
      FROM enterprises e LEFT JOIN held h ON h.enterprise_id = e.id
      WHERE e.is_demo
    ),
    chosen AS (SELECT * FROM ranked ORDER BY held DESC, turn, credit_code LIMIT ${OTHERS + 2})
    SELECT c.id, c.grid_id AS "gridId", c.office_id AS "officeId", c.safety_officer AS "safetyOfficer", s.user_id AS "safetyOfficerId",
      coalesce((SELECT json_agg(p) FROM (
        SELECT p.id, p.name, p.level, r.person, r.department
        FROM risk_points p
        LEFT JOIN LATERAL (
          SELECT person, department FROM responsibilities r
          WHERE r.enterprise_id = p.enterprise_id AND r.risk_point_id = p.id AND r.control_level = 'team' LIMIT 1
        ) r ON true
        WHERE p.enterprise_id = c.id ORDER BY p.level NULLS LAST, p.no LIMIT ${POINTS}
      ) p), '[]') AS points,
      coalesce((SELECT json_agg(m) FROM (
        SELECT m.id, s.risk_point_id AS "riskPointId", m.content
        FROM control_measures m
        JOIN hazard_sources s ON s.enterprise_id = m.enterprise_id AND s.id = m.hazard_source_id
        JOIN risk_points p ON p.enterprise_id = s.enterprise_id AND p.id = s.risk_point_id
        WHERE m.enterprise_id = c.id AND m.status <> 'planned' AND m.category <> 'training'
        ORDER BY p.level NULLS LAST, p.no, m.id LIMIT ${POINTS}
      ) m), '[]') AS measures,
      coalesce((SELECT json_agg(h) FROM (
        SELECT h.id, h.risk_point_id AS "riskPointId", h.description, (h.reported_at AT TIME ZONE 'Asia/Shanghai')::date AS "on"
        FROM hazards h WHERE h.enterprise_id = c.id AND h.risk_point_id IS NOT NULL AND h.status <> 'void' ORDER BY h.reported_at DESC LIMIT 20
      ) h), '[]') AS hazards
    FROM chosen c LEFT JOIN staff s ON s.enterprise_id = c.id
    ORDER BY c.held DESC, c.credit_code
  `,
  )
}
