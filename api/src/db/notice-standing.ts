import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { NOTICE_CAUSE_CODES, RECIPIENT_ORIGIN_CODES } from '../domain/neighbour-notice.ts'
import type { NoticeFacts } from '../domain/notice-content.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { RISK_POINT_TYPE_CODES } from '../domain/risk-point-kind.ts'
import type { Tx } from './database.ts'
import { queryRow, queryRows } from './rows.ts'

const level = z.literal(RISK_LEVEL_ORDER)
/** 告知书内容 as it is kept. */
export const NoticeContentRow = z
  .object({
    enterprise: z.object({
      name: z.string(),
      address: z.string(),
      dutyPhone: z.string(),
      majorHazardLevel: level.nullable(),
    }),
    riskPoint: z.object({
      name: z.string(),
      type: z.enum(RISK_POINT_TYPE_CODES),
      level,
      locationText: z.string(),
    }),
    accidentTypes: z.array(z.int()),
    measures: z.array(z.string()),
    scenarios: z.string(),
    alarm: z.string(),
    protection: z.string(),
    note: z.string(),
  })
  .meta({ id: 'NoticeContent' })

const Recipient = z.object({
  id: z.uuid(),
  name: z.string(),
  /** PostGIS text. */
  geom: z.string(),
  /** Metres. */
  distance: z.number(),
  origin: z.enum(RECIPIENT_ORIGIN_CODES),
  reason: z.string().nullable(),
  affected: z.boolean(),
})
export type RecipientNow = Omit<z.output<typeof Recipient>, 'affected'>

const Point = z.object({
  id: z.uuid(),
  level,
  geom: z.string(),
  extent: z.string().nullable(),
  inForce: z.object({ level, renewOn: z.iso.date(), recipients: z.array(Recipient) }).nullable(),
  draft: z
    .object({
      id: z.uuid(),
      version: z.int(),
      cause: z.enum(NOTICE_CAUSE_CODES),
      level,
      profileId: z.string(),
      profileVersion: z.int(),
      radius: z.int(),
      geom: z.string(),
      extent: z.string().nullable(),
      content: NoticeContentRow,
      edited: z.boolean(),
      recipients: z.array(Recipient),
    })
    .nullable(),
})
/** An assessed point with what was told of it and what is drafted. */
export type PointStanding = z.output<typeof Point>

const RECIPIENTS = sql`(
  SELECT coalesce(json_agg(json_build_object(
    'id', r.recipient_id, 'name', r.recipient_name, 'geom', r.geom::text, 'distance', r.distance, 'origin', r.origin, 'reason', r.reason, 'affected', r.affected
  )), '[]') FROM neighbour_notice_recipients r WHERE r.enterprise_id = n.enterprise_id AND r.notice_id = n.id)`

/** How the assessed points of an enterprise stand. */
export async function standingOf(
  tx: Tx,
  enterpriseId: string,
): Promise<{ majorHazard: boolean; points: PointStanding[] }> {
  const owner = await queryRow(
    tx,
    z.object({ majorHazard: z.boolean() }),
    sql`SELECT major_hazard_level IS NOT NULL AS "majorHazard" FROM enterprises WHERE id = ${enterpriseId}`,
  )
  if (owner === undefined) return { majorHazard: false, points: [] }
  const points = await queryRows(
    tx,
    Point,
    sql`
    SELECT p.id, p.level, p.geom::text, p.extent::text,
      (SELECT json_build_object('level', n.point_level, 'renewOn', n.renew_on, 'recipients', ${RECIPIENTS})
       FROM neighbour_notices n WHERE n.enterprise_id = p.enterprise_id AND n.risk_point_id = p.id AND n.status = 'issued') AS "inForce",
      (SELECT json_build_object('id', n.id, 'version', n.version, 'cause', n.cause, 'level', n.point_level, 'profileId', n.profile_id, 'profileVersion', n.profile_version,
         'radius', n.radius, 'geom', n.geom::text, 'extent', n.extent::text, 'content', n.content, 'edited', n.edited, 'recipients', ${RECIPIENTS})
       FROM neighbour_notices n WHERE n.enterprise_id = p.enterprise_id AND n.risk_point_id = p.id AND n.status = 'draft') AS draft
    FROM risk_points p
    WHERE p.enterprise_id = ${enterpriseId} AND p.level IS NOT NULL
    ORDER BY p.no`,
  )
  return { majorHazard: owner.majorHazard, points }
}

/** A point, how far it reaches, and others whose distance is wanted whatever it is. */
export interface Reach {
  readonly id: string
  /** Metres. */
  readonly radius: number
  readonly others: readonly string[]
}

const NearRow = z.object({
  riskPointId: z.uuid(),
  id: z.uuid(),
  name: z.string(),
  geom: z.string(),
  lon: z.number(),
  lat: z.number(),
  distance: z.number(),
  within: z.boolean(),
})
export type Near = Omit<z.output<typeof NearRow>, 'riskPointId'>

const array = (values: readonly (string | number)[]): string => `{${values.join(',')}}`

/** Enterprises within reach of points of an enterprise, by point, nearest first: one query for all of them. */
export async function nearOf(
  tx: Tx,
  enterpriseId: string,
  points: readonly Reach[],
): Promise<Map<string, Near[]>> {
  const found = new Map<string, Near[]>()
  if (points.length === 0) return found
  const rows = await queryRows(
    tx,
    NearRow,
    sql`
    SELECT risk_point_id AS "riskPointId", id, name, geom::text, ST_X(geom) AS lon, ST_Y(geom) AS lat, distance, within
    FROM neighbours_of_points(${enterpriseId}, ${array(points.map(({ id }) => id))}::uuid[], ${array(points.map(({ radius }) => radius))}::float8[],
      ${array([...new Set(points.flatMap(({ others }) => others))])}::uuid[])
    ORDER BY distance, id`,
  )
  for (const { riskPointId, ...near } of rows)
    found.set(riskPointId, [...(found.get(riskPointId) ?? []), near])
  return found
}

const Facts = z.object({
  id: z.uuid(),
  enterprise: NoticeContentRow.shape.enterprise,
  riskPoint: NoticeContentRow.shape.riskPoint,
  accidentTypes: z.array(z.int()),
  measures: z.array(z.string()),
})

/** What a notice of each of these points is written from. */
export async function factsOf(
  tx: Tx,
  enterpriseId: string,
  points: readonly string[],
): Promise<Map<string, NoticeFacts>> {
  if (points.length === 0) return new Map()
  const rows = await queryRows(
    tx,
    Facts,
    sql`
    SELECT p.id,
      json_build_object('name', e.name, 'address', e.address, 'dutyPhone', e.duty_phone, 'majorHazardLevel', e.major_hazard_level) AS enterprise,
      json_build_object('name', p.name, 'type', p.type, 'level', p.level, 'locationText', p.location_text) AS "riskPoint",
      (SELECT coalesce(json_agg(DISTINCT s.accident_type), '[]') FROM hazard_sources s WHERE s.enterprise_id = p.enterprise_id AND s.risk_point_id = p.id) AS "accidentTypes",
      (SELECT coalesce(json_agg(DISTINCT m.content), '[]') FROM hazard_sources s
       JOIN control_measures m ON m.enterprise_id = s.enterprise_id AND m.hazard_source_id = s.id AND m.category = 'emergency' AND m.status = 'effective'
       WHERE s.enterprise_id = p.enterprise_id AND s.risk_point_id = p.id) AS measures
    FROM risk_points p JOIN enterprises e ON e.id = p.enterprise_id
    WHERE p.enterprise_id = ${enterpriseId} AND p.id IN ${[...points]}`,
  )
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** Ids of those a notice is for. */
export async function recipientIdsOf(
  tx: Tx,
  enterpriseId: string,
  noticeId: string,
): Promise<string[]> {
  const rows = await queryRows(
    tx,
    z.object({ id: z.uuid() }),
    sql`SELECT recipient_id AS id FROM neighbour_notice_recipients WHERE enterprise_id = ${enterpriseId} AND notice_id = ${noticeId}`,
  )
  return rows.map(({ id }) => id)
}
