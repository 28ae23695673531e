import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { asGeoJson } from '../db/geometry.ts'
import { nearOf } from '../db/notice-standing.ts'
import { isoTime, queryRows } from '../db/rows.ts'
import {
  NOTICE_STATUS_CODES,
  receiptState,
  RECEIPT_STATE_CODES,
  RECIPIENT_ORIGIN_CODES,
} from '../domain/neighbour-notice.ts'
import { farthestTold, tellingRadius, type NeighbourProfile } from '../domain/neighbour-profile.ts'
import { todayInChina } from '../domain/overdue.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { Point, Polygon } from '../http/geojson.ts'

const time = z.iso.datetime({ offset: true })
const level = z.literal(RISK_LEVEL_ORDER)
const state = z.enum(RECEIPT_STATE_CODES)
const metres = z.number().meta({ description: 'Metres along the ellipsoid' })

const receipt = {
  toldAt: time.nullable(),
  signedByName: z.string().nullable(),
  signedAt: time.nullable(),
}

/** Somebody whom a point concerns, with what they were told. */
const Concerned = z.object({
  enterpriseId: z.uuid(),
  name: z.string(),
  location: Point,
  distance: metres,
  origin: z.enum(RECIPIENT_ORIGIN_CODES),
  ...receipt,
  state,
})
/** A point of which somebody has to be told. */
export const MustTell = z
  .object({
    riskPointId: z.uuid(),
    riskPointName: z.string(),
    level,
    radius: metres,
    location: Point,
    extent: Polygon.nullable(),
    noticeId: z
      .uuid()
      .nullable()
      .meta({ description: 'The notice in force; null where nobody was told' }),
    draftId: z.uuid().nullable().meta({ description: 'The draft that waits for approval' }),
    recipients: z.array(Concerned),
  })
  .meta({ id: 'MustTell' })
type MustTell = z.output<typeof MustTell>

/** An enterprise that has to tell another one of its points. */
export const MustTellMe = z
  .object({
    enterpriseId: z.uuid(),
    enterpriseName: z.string(),
    untold: z.int().min(0).meta({ description: 'Points that nothing was told of' }),
    points: z
      .array(
        z.object({
          riskPointId: z.uuid(),
          riskPointName: z.string(),
          level,
          distance: metres,
          location: Point,
          receivedId: z.uuid().nullable(),
          ...receipt,
          state,
        }),
      )
      .meta({
        description:
          'To others than officers only what was told: of the rest they are told by whom it is',
      }),
  })
  .meta({ id: 'MustTellMe' })
type MustTellMe = z.output<typeof MustTellMe>

const PointRow = MustTell.pick({
  riskPointId: true,
  riskPointName: true,
  level: true,
  location: true,
  extent: true,
  noticeId: true,
  draftId: true,
}).extend({ majorHazard: z.boolean() })
const ReceiptRow = z.object({
  riskPointId: z.uuid(),
  enterpriseId: z.uuid(),
  name: z.string(),
  location: Point,
  distance: z.number(),
  origin: z.enum(RECIPIENT_ORIGIN_CODES),
  ...receipt,
})

/** How a receipt stands on a day. */
function stateOf(
  { toldAt, signedAt }: { readonly toldAt: string | null; readonly signedAt: string | null },
  today: string,
  profile: NeighbourProfile,
) {
  return receiptState(
    {
      toldOn: toldAt === null ? null : todayInChina(new Date(toldAt)),
      isSigned: signedAt !== null,
    },
    today,
    profile,
  )
}

/** Whom an enterprise has to tell of what, by the profile of the day: computed anew, whatever was drafted. */
export async function mustTell(
  tx: Tx,
  enterpriseId: string,
  profile: NeighbourProfile,
  today: string,
): Promise<MustTell[]> {
  const points = await queryRows(
    tx,
    PointRow,
    sql`
    SELECT p.id AS "riskPointId", p.name AS "riskPointName", p.level, ${asGeoJson(sql`p.geom`)} AS location, ${asGeoJson(sql`p.extent`)} AS extent,
      e.major_hazard_level IS NOT NULL AS "majorHazard", n.id AS "noticeId", d.id AS "draftId"
    FROM risk_points p
    JOIN enterprises e ON e.id = p.enterprise_id
    LEFT JOIN neighbour_notices n ON n.enterprise_id = p.enterprise_id AND n.risk_point_id = p.id AND n.status = 'issued'
    LEFT JOIN neighbour_notices d ON d.enterprise_id = p.enterprise_id AND d.risk_point_id = p.id AND d.status = 'draft'
    WHERE p.enterprise_id = ${enterpriseId} AND p.level IS NOT NULL
    ORDER BY p.level, p.no`,
  )
  const near = await nearOf(
    tx,
    enterpriseId,
    points.map((point) => ({
      id: point.riskPointId,
      radius: tellingRadius(profile, point),
      others: [],
    })),
  )
  const receipts = await queryRows(
    tx,
    ReceiptRow,
    sql`
    SELECT n.risk_point_id AS "riskPointId", r.recipient_id AS "enterpriseId", r.recipient_name AS name, ${asGeoJson(sql`r.geom`)} AS location, r.distance, r.origin,
      ${isoTime(sql`r.told_at`)} AS "toldAt", r.signed_by_name AS "signedByName", ${isoTime(sql`r.signed_at`)} AS "signedAt"
    FROM neighbour_notices n JOIN neighbour_notice_recipients r ON r.enterprise_id = n.enterprise_id AND r.notice_id = n.id
    WHERE n.enterprise_id = ${enterpriseId} AND n.status = 'issued'`,
  )
  return points.flatMap(({ majorHazard, ...point }): MustTell[] => {
    const told = receipts.filter(({ riskPointId }) => riskPointId === point.riskPointId)
    const within = (near.get(point.riskPointId) ?? []).map(({ id, name, lon, lat, distance }) => {
      const {
        toldAt = null,
        signedByName = null,
        signedAt = null,
      } = told.find((one) => one.enterpriseId === id) ?? {}
      const location = {
        type: 'Point' as const,
        coordinates: [lon, lat] satisfies [number, number],
      }
      return {
        enterpriseId: id,
        name,
        location,
        distance,
        origin: 'profile' as const,
        toldAt,
        signedByName,
        signedAt,
      }
    })
    const byHand = told.flatMap(({ riskPointId: _point, ...one }) =>
      one.origin === 'hand' && !within.some(({ enterpriseId: known }) => known === one.enterpriseId)
        ? [one]
        : [],
    )
    const recipients = [...within, ...byHand].map((one) => ({
      ...one,
      distance: Math.round(one.distance * 100) / 100,
      state: stateOf(one, today, profile),
    }))
    return recipients.length === 0
      ? []
      : [
          {
            ...point,
            radius: tellingRadius(profile, { level: point.level, majorHazard }),
            recipients,
          },
        ]
  })
}

const AroundRow = z.object({
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  majorHazard: z.boolean(),
  riskPointId: z.uuid(),
  riskPointName: z.string(),
  level,
  location: Point,
  distance: z.number(),
  receivedId: z.uuid().nullable(),
  ...receipt,
})

/** Who has to tell an enterprise of what. @param all whether also points are named that nothing was told of */
export async function mustTellMe(
  tx: Tx,
  enterpriseId: string,
  profile: NeighbourProfile,
  today: string,
  all: boolean,
): Promise<MustTellMe[]> {
  const rows = await queryRows(
    tx,
    AroundRow,
    sql`
    WITH copies AS (SELECT * FROM received_notices WHERE enterprise_id = ${enterpriseId} AND status = 'current'),
    around AS (SELECT * FROM points_around(${enterpriseId}, ${farthestTold(profile)}::float8))
    SELECT coalesce(a.enterprise_id, c.sender_id) AS "enterpriseId", coalesce(a.enterprise_name, c.sender_name) AS "enterpriseName",
      coalesce(a.major_hazard, false) AS "majorHazard", coalesce(a.risk_point_id, c.risk_point_id) AS "riskPointId",
      CASE WHEN c.id IS NULL THEN a.name ELSE c.content #>> '{riskPoint,name}' END AS "riskPointName", CASE WHEN c.id IS NULL THEN a.level ELSE c.point_level END AS level,
      ${asGeoJson(sql`coalesce(a.geom, c.geom)`)} AS location, round(coalesce(a.distance, c.distance)::numeric, 2)::float8 AS distance,
      c.id AS "receivedId", ${isoTime(sql`c.issued_at`)} AS "toldAt", c.signed_by_name AS "signedByName", ${isoTime(sql`c.signed_at`)} AS "signedAt"
    FROM around a FULL JOIN copies c ON c.sender_id = a.enterprise_id AND c.risk_point_id = a.risk_point_id
    ORDER BY 6, 8`,
  )
  const concerned = rows.filter(
    ({ receivedId, distance, ...point }) =>
      receivedId !== null || distance <= tellingRadius(profile, point),
  )
  const senders = new Map<string, MustTellMe>()
  for (const {
    enterpriseId: senderId,
    enterpriseName,
    majorHazard: _major,
    ...point
  } of concerned) {
    const sender = senders.get(senderId) ?? {
      enterpriseId: senderId,
      enterpriseName,
      untold: 0,
      points: [],
    }
    const isTold = point.receivedId !== null
    senders.set(senderId, {
      ...sender,
      untold: sender.untold + (isTold ? 0 : 1),
      points:
        isTold || all
          ? [...sender.points, { ...point, state: stateOf(point, today, profile) }]
          : sender.points,
    })
  }
  return [...senders.values()]
}

const Candidate = z.object({
  enterpriseId: z.uuid(),
  name: z.string(),
  location: Point,
  distance: metres,
})
/** Who else could be told: by name, nearest first. */
export const RecipientCandidate = Candidate.meta({ id: 'RecipientCandidate' })

const MOST_CANDIDATES = 20
const FARTHEST = 20_000

/** Enterprises of a name near one, whether or not the reader sees them otherwise. */
export function findCandidates(
  tx: Tx,
  enterpriseId: string,
  words: string,
): Promise<z.output<typeof Candidate>[]> {
  return queryRows(
    tx,
    Candidate,
    sql`
    SELECT id AS "enterpriseId", name, ${asGeoJson(sql`geom`)} AS location, round(distance::numeric, 2)::float8 AS distance
    FROM enterprises_by_name(${enterpriseId}, ${words}, ${FARTHEST}, ${MOST_CANDIDATES})`,
  )
}

const Line = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  riskPointId: z.uuid(),
  riskPointName: z.string(),
  status: z.enum(NOTICE_STATUS_CODES),
  level,
  radius: metres,
  location: Point,
  extent: Polygon.nullable(),
  recipients: z.array(
    z.object({ enterpriseId: z.uuid(), name: z.string(), location: Point, ...receipt }),
  ),
})
/** A notice as the map draws it: its ring and the lines to whom it is for. */
export const NoticeLines = Line.extend({
  recipients: z.array(Line.shape.recipients.element.extend({ state })),
}).meta({ id: 'NoticeLines' })

/** Notices as the map draws them. @param which condition on `neighbour_notices n` */
export async function linesOf(
  tx: Tx,
  which: ReturnType<typeof sql>,
  limit: number,
  profile: NeighbourProfile,
  today: string,
): Promise<z.output<typeof NoticeLines>[]> {
  const rows = await queryRows(
    tx,
    Line,
    sql`
    SELECT n.id, n.enterprise_id AS "enterpriseId", n.content #>> '{enterprise,name}' AS "enterpriseName", n.risk_point_id AS "riskPointId",
      n.content #>> '{riskPoint,name}' AS "riskPointName", n.status, n.point_level AS level, n.radius, ${asGeoJson(sql`n.geom`)} AS location, ${asGeoJson(sql`n.extent`)} AS extent,
      (SELECT coalesce(json_agg(json_build_object('enterpriseId', r.recipient_id, 'name', r.recipient_name, 'location', ${asGeoJson(sql`r.geom`)},
         'toldAt', ${isoTime(sql`r.told_at`)}, 'signedByName', r.signed_by_name, 'signedAt', ${isoTime(sql`r.signed_at`)})), '[]')
       FROM neighbour_notice_recipients r WHERE r.enterprise_id = n.enterprise_id AND r.notice_id = n.id) AS recipients
    FROM neighbour_notices n
    WHERE ${which}
    ORDER BY n.point_level, coalesce(n.issued_at, n.drafted_at) DESC, n.id
    LIMIT ${limit}`,
  )
  return rows.map((row) => ({
    ...row,
    recipients: row.recipients.map((one) => ({ ...one, state: stateOf(one, today, profile) })),
  }))
}
