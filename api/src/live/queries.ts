import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import {
  CHANGE_ACTIONS,
  type EnterpriseMapRow,
  type HazardMapRow,
  type MapTopic,
  type RiskPointMapRow,
} from '../domain/change.ts'

const uuid = z.uuid().nullable()

const Change = z.object({
  /** Order of commit: greater than 2^50 is far off. */
  seq: z.coerce.number().int(),
  topic: z.string(),
  action: z.enum(CHANGE_ACTIONS),
  enterpriseId: uuid,
  objectId: uuid,
  objectNo: z.int().nullable(),
  gridId: uuid,
})

/** One numbered change, with whose it is. */
export type Change = z.output<typeof Change>

const COLUMNS = sql`seq, topic, action, enterprise_id AS "enterpriseId", object_id AS "objectId", object_no AS "objectNo", grid_id AS "gridId"`

/** Changes after a number, oldest first. */
export function changesAfter(tx: Tx, seq: number, limit: number): Promise<Change[]> {
  return queryRows(
    tx,
    Change,
    sql`SELECT ${COLUMNS} FROM changes WHERE seq > ${seq} ORDER BY seq LIMIT ${limit}`,
  )
}

/** The last `limit` changes after one number, up to another, oldest first. */
export async function changesBetween(
  tx: Tx,
  after: number,
  until: number,
  limit: number,
): Promise<Change[]> {
  const newestFirst = await queryRows(
    tx,
    Change,
    sql`
    SELECT ${COLUMNS} FROM changes WHERE seq > ${after} AND seq <= ${until} ORDER BY seq DESC LIMIT ${limit}`,
  )
  return newestFirst.reverse()
}

const Extent = z.object({ first: z.coerce.number().int(), last: z.coerce.number().int() })

/** The last number given, and the number before the first change that is still kept. */
export async function changesExtent(tx: Tx): Promise<z.output<typeof Extent>> {
  const extent = await queryRow(
    tx,
    Extent,
    sql`
    SELECT coalesce((SELECT min(seq) - 1 FROM changes), h.seq) AS first, h.seq AS last FROM changes_head h`,
  )
  if (extent === undefined) throw new Error('changes_head has no row')
  return extent
}

/** Something of an enterprise. */
export interface ThingKey {
  readonly enterpriseId: string
  readonly id: string
}

/** How the map draws a thing now, and the grid it belongs to now. */
export interface Standing {
  readonly gridId: string
  readonly row: EnterpriseMapRow | RiskPointMapRow | HazardMapRow
}

const scope = { id: z.uuid(), gridId: z.uuid() }
const place = { lon: z.number(), lat: z.number() }
const SHAPES = {
  enterprises: z.object({
    ...scope,
    name: z.string(),
    initials: z.string(),
    creditCode: z.string(),
    kind: z.string(),
    level: z.int(),
    town: z.string(),
    grid: z.uuid(),
    industry: z.string(),
    industryName: z.string(),
    ...place,
  }),
  'risk-points': z.object({ ...scope, level: z.int(), accidentType: z.int(), ...place }),
  hazards: z.object({
    ...scope,
    status: z.string(),
    grade: z.string(),
    deadline: z.int(),
    reportedOn: z.int(),
    ...place,
  }),
} as const satisfies Record<MapTopic, z.ZodType>

/** The columns of the map's snapshots, for single rows. */
const SOURCES: Readonly<Record<MapTopic, SQL>> = {
  enterprises: sql`
    SELECT t.id, t.grid_id AS "gridId", t.name, t.initials, t.credit_code AS "creditCode", t.kind, coalesce(t.risk_level, 0) AS level,
           t.town_code AS town, t.grid_id AS grid, t.industry_code AS industry, t.industry AS "industryName", ST_X(t.geom) AS lon, ST_Y(t.geom) AS lat
    FROM wanted w JOIN enterprises t ON t.id = w.id`,
  'risk-points': sql`
    SELECT t.id, t.grid_id AS "gridId", coalesce(t.level, 0) AS level, coalesce(t.accident_type, 0) AS "accidentType",
           ST_X(t.geom) AS lon, ST_Y(t.geom) AS lat
    FROM wanted w JOIN risk_points t ON (t.enterprise_id, t.id) = (w.enterprise_id, w.id)`,
  hazards: sql`
    SELECT t.id, t.grid_id AS "gridId", t.status, coalesce(t.grade, '') AS grade, coalesce(t.deadline - date '1970-01-01', -1) AS deadline,
           (t.reported_at AT TIME ZONE 'Asia/Shanghai')::date - date '1970-01-01' AS "reportedOn", ST_X(t.geom) AS lon, ST_Y(t.geom) AS lat
    FROM wanted w JOIN hazards t ON (t.enterprise_id, t.id) = (w.enterprise_id, w.id)`,
}

/** How things stand now, by id; what is no longer there is left out. */
export async function readStandings(
  tx: Tx,
  topic: MapTopic,
  keys: readonly ThingKey[],
): Promise<Map<string, Standing>> {
  const rows = await queryRows(
    tx,
    SHAPES[topic],
    sql`
    WITH wanted AS (
      SELECT DISTINCT (key ->> 'enterpriseId')::uuid AS enterprise_id, (key ->> 'id')::uuid AS id
      FROM jsonb_array_elements(${JSON.stringify(keys)}::jsonb) key
    )
    ${SOURCES[topic]}`,
  )
  return new Map(rows.map(({ id, gridId, ...row }) => [id, { gridId, row }]))
}
