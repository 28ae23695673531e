import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { asGeoJson } from '../db/geometry.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import {
  isLate,
  noticeCondition,
  receivedCondition,
  type LateRule,
  type NoticeFacets,
  type ReceivedFacets,
} from './filters.ts'
import { NoticeDetailRow, NoticeRow, ReceivedDetailRow, ReceivedRow } from './schema.ts'

/** Sort key in the lists: instant to the microsecond, enterprise, id. */
export const NoticePosition = z.tuple([
  z.string().regex(/^\d{4,}-[\d-]{5}T[\d:.]{15}Z$/),
  z.guid(),
  z.guid(),
])
export type NoticePosition = z.output<typeof NoticePosition>

interface Sorted {
  readonly sortInstant: string
  readonly enterpriseId: string
  readonly id: string
}

/** Where a row stands in its list. */
export function positionOf({ sortInstant, enterpriseId, id }: Sorted): NoticePosition {
  return [sortInstant, enterpriseId, id]
}

/** One page of a list, and where it goes on. `limit`: rows to read, one more than a page shows. */
export interface Page {
  readonly after: NoticePosition | undefined
  readonly limit: number
}

const instantOf = (moment: SQL): SQL =>
  sql`to_char(${moment} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

function afterOf(moment: SQL, row: SQL, after: NoticePosition | undefined): SQL {
  return after === undefined
    ? sql`true`
    : sql`
    ${moment} <= ${after[0]}::timestamptz AND (${moment} < ${after[0]}::timestamptz OR ${row} > (${after[1]}::uuid, ${after[2]}::uuid))`
}

function columns(rule: LateRule): SQL {
  return sql`
    n.id, n.enterprise_id AS "enterpriseId", n.content #>> '{enterprise,name}' AS "enterpriseName",
    n.risk_point_id AS "riskPointId", n.content #>> '{riskPoint,name}' AS "riskPointName",
    n.no, n.status, n.cause, n.point_level AS level, n.radius, json_build_object('id', n.profile_id, 'version', n.profile_version) AS profile,
    ${asGeoJson(sql`n.geom`)} AS location, ${isoTime(sql`n.drafted_at`)} AS "draftedAt", ${isoTime(sql`n.issued_at`)} AS "issuedAt",
    n.issued_by_name AS "issuedByName", n.renew_on::text AS "renewOn", n.version,
    (SELECT json_build_object('total', count(*), 'affected', count(*) FILTER (WHERE r.affected), 'told', count(r.told_at), 'signed', count(r.signed_at),
       'late', count(*) FILTER (WHERE ${isLate(sql`r.told_at`, sql`r.signed_at`, rule)}))
     FROM neighbour_notice_recipients r WHERE r.enterprise_id = n.enterprise_id AND r.notice_id = n.id) AS receipts`
}

const ListRow = NoticeRow.extend({ sortInstant: z.string() })
const WHEN = sql`coalesce(n.issued_at, n.drafted_at)`

/** Notices that meet the facets, newest first. */
export function listNotices(
  tx: Tx,
  facets: NoticeFacets,
  rule: LateRule,
  { after, limit }: Page,
): Promise<z.output<typeof ListRow>[]> {
  return queryRows(
    tx,
    ListRow,
    sql`
    SELECT ${columns(rule)}, ${instantOf(WHEN)} AS "sortInstant"
    FROM (
      SELECT * FROM neighbour_notices n
      WHERE ${noticeCondition(facets, rule)} AND ${afterOf(WHEN, sql`(n.enterprise_id, n.id)`, after)}
      ORDER BY ${WHEN} DESC, n.enterprise_id, n.id LIMIT ${limit}
    ) n
    ORDER BY ${WHEN} DESC, n.enterprise_id, n.id`,
  )
}

/** One notice word by word; undefined where the scope sees none of that id. */
export function findNotice(
  tx: Tx,
  enterpriseId: string,
  id: string,
  rule: LateRule,
): Promise<NoticeDetail | undefined> {
  return queryRow(
    tx,
    NoticeDetailRow,
    sql`
    SELECT ${columns(rule)}, ${asGeoJson(sql`n.extent`)} AS extent, n.content, n.edited, n.issued_by_part AS "issuedByPart",
      ${isoTime(sql`n.ended_at`)} AS "endedAt", n.ended_by_name AS "endedByName", n.reason, n.client_id AS "clientId",
      (SELECT coalesce(json_agg(json_build_object(
         'enterpriseId', r.recipient_id, 'name', r.recipient_name, 'location', ${asGeoJson(sql`r.geom`)}, 'distance', round(r.distance::numeric, 2), 'origin', r.origin, 'reason', r.reason,
         'affected', r.affected, 'toldAt', ${isoTime(sql`r.told_at`)}, 'signedByName', r.signed_by_name, 'signedAt', ${isoTime(sql`r.signed_at`)}, 'remindedAt', ${isoTime(sql`r.reminded_at`)}
       ) ORDER BY r.distance, r.recipient_id), '[]')
       FROM neighbour_notice_recipients r WHERE r.enterprise_id = n.enterprise_id AND r.notice_id = n.id) AS recipients,
      (SELECT json_agg(json_build_object('id', v.id, 'no', v.no, 'status', v.status, 'cause', v.cause, 'issuedAt', ${isoTime(sql`v.issued_at`)}) ORDER BY v.no DESC)
       FROM neighbour_notices v WHERE v.enterprise_id = n.enterprise_id AND v.risk_point_id = n.risk_point_id) AS versions
    FROM neighbour_notices n
    WHERE n.enterprise_id = ${enterpriseId} AND n.id = ${id}`,
  )
}
export type NoticeDetail = z.output<typeof NoticeDetailRow>

const RECEIVED = sql`
  c.id, c.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", c.sender_id AS "senderId", c.sender_name AS "senderName",
  c.content #>> '{riskPoint,name}' AS "riskPointName", c.notice_no AS "noticeNo", c.cause, c.point_level AS level, ${asGeoJson(sql`c.geom`)} AS location,
  c.radius, round(c.distance::numeric, 2)::float8 AS distance, ${isoTime(sql`c.issued_at`)} AS "issuedAt", c.issued_by_name AS "issuedByName", c.status,
  ${isoTime(sql`c.ended_at`)} AS "endedAt", c.signed_by_name AS "signedByName", ${isoTime(sql`c.signed_at`)} AS "signedAt", ${isoTime(sql`c.reminded_at`)} AS "remindedAt"`

const ReceivedListRow = ReceivedRow.extend({ sortInstant: z.string() })

/** Copies in the hands of recipients, newest first. */
export function listReceived(
  tx: Tx,
  facets: ReceivedFacets,
  rule: LateRule,
  { after, limit }: Page,
): Promise<z.output<typeof ReceivedListRow>[]> {
  return queryRows(
    tx,
    ReceivedListRow,
    sql`
    SELECT ${RECEIVED}, ${instantOf(sql`c.issued_at`)} AS "sortInstant"
    FROM received_notices c JOIN enterprises e ON e.id = c.enterprise_id
    WHERE ${receivedCondition(facets, rule)} AND ${afterOf(sql`c.issued_at`, sql`(c.enterprise_id, c.id)`, after)}
    ORDER BY c.issued_at DESC, c.enterprise_id, c.id
    LIMIT ${limit}`,
  )
}

/** One copy word by word; undefined where the scope sees none of that id. */
export function findReceived(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<z.output<typeof ReceivedDetailRow> | undefined> {
  return queryRow(
    tx,
    ReceivedDetailRow,
    sql`
    SELECT ${RECEIVED}, ${asGeoJson(sql`c.extent`)} AS extent, c.content
    FROM received_notices c JOIN enterprises e ON e.id = c.enterprise_id
    WHERE c.enterprise_id = ${enterpriseId} AND c.id = ${id}`,
  )
}
