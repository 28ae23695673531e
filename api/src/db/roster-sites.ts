import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from './database.ts'
import { queryRows } from './rows.ts'
import { isAccidentType } from '../domain/accident-type.ts'
import { ENTERPRISE_KIND_CODES } from '../domain/enterprise-kind.ts'
import { isRiskLevel } from '../domain/risk-level.ts'
import type { RosterSource } from '../domain/public-roster.ts'

const Row = z.object({
  enterpriseId: z.uuid(),
  code: z.string(),
  operator: z.string(),
  address: z.string(),
  activity: z.string(),
  kind: z.enum(ENTERPRISE_KIND_CODES),
  level: z
    .int()
    .nullable()
    .transform((level) => (isRiskLevel(level) ? level : null)),
  accidentTypes: z.array(z.int()).transform((types) => types.filter(isAccidentType)),
  lastVisit: z.string().nullable(),
  officeName: z.string(),
  officePhone: z.string(),
  townCode: z.string(),
  townName: z.string(),
  lon: z.number(),
  lat: z.number(),
})

/** What is known of a site; the level is null where nothing was assessed. */
export type KnownSite = Omit<RosterSource, 'level'> & {
  readonly enterpriseId: string
  readonly level: RosterSource['level'] | null
}

/** Sites that are always proposed: kinds the notice orders to disclose, and whatever has a level 1 or 2. */
export const SUGGESTED = sql`(e.kind <> 'general' OR e.risk_level <= 2)`

/**
 * What the roster is made from, by public code; sites without a code have an empty one.
 * The likely accidents are those of the points at most one level below the worst.
 * @param which condition on `enterprises e`
 */
export function readSites(tx: Tx, which: SQL): Promise<KnownSite[]> {
  return queryRows(
    tx,
    Row,
    sql`
    SELECT e.id AS "enterpriseId", coalesce(c.code, '') AS code, e.name AS operator, e.address, e.activity, e.kind, e.risk_level AS level,
      to_json(array(
        SELECT DISTINCT p.accident_type FROM risk_points p
        WHERE p.enterprise_id = e.id AND p.accident_type IS NOT NULL AND p.level <= e.risk_level + 1
        ORDER BY p.accident_type
      )) AS "accidentTypes",
      (SELECT to_char(max(v.occurred_at) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD')
       FROM hazard_events v
       WHERE v.enterprise_id = e.id AND v.actor_role IN ('grid-member', 'office', 'bureau-leader')) AS "lastVisit",
      o.name AS "officeName", coalesce(o.phone, '') AS "officePhone", e.town_code AS "townCode", t.name AS "townName",
      ST_X(e.geom) AS lon, ST_Y(e.geom) AS lat
    FROM enterprises e
    JOIN offices o ON o.id = e.office_id
    JOIN areas t ON t.code = e.town_code
    LEFT JOIN disclosure_codes c ON c.enterprise_id = e.id
    WHERE ${which}
    ORDER BY c.code, e.id
  `,
  )
}
