import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { EVIDENCE_JSON } from '../db/evidence.ts'
import { orderCondition, type OrderFacets } from '../db/order-filters.ts'
import { isoTime, queryRow, queryRows } from '../db/rows.ts'
import { OrderEventRow, OrderRow } from './schema.ts'

/** Sort key in the list: instant of issue to the microsecond, enterprise, id. */
export const OrderPosition = z.tuple([
  z.string().regex(/^\d{4,}-[\d-]{5}T[\d:.]{15}Z$/),
  z.guid(),
  z.guid(),
])
type OrderPosition = z.output<typeof OrderPosition>

const ListRow = OrderRow.extend({ issuedInstant: z.string() })
type ListRow = z.output<typeof ListRow>

/** Where a row stands in the list. */
export function positionOf(row: ListRow): OrderPosition {
  return [row.issuedInstant, row.enterpriseId, row.id]
}

const COLUMNS = sql`
  o.id, o.enterprise_id AS "enterpriseId", owner.name AS "enterpriseName",
  CASE WHEN h.id IS NULL THEN NULL ELSE json_build_object('id', h.id, 'code', h.code, 'description', h.description, 'status', h.status) END AS hazard,
  o.document_no AS "documentNo", o.title, o.requirement, o.status, o.deadline::text,
  o.office_id AS "officeId", office.name AS "officeName", o.issued_by_name AS "issuedByName", ${isoTime(sql`o.issued_at`)} AS "issuedAt",
  ${isoTime(sql`o.replied_at`)} AS "repliedAt", ${isoTime(sql`o.accepted_at`)} AS "acceptedAt", o.round, o.last_seq AS "lastSeq"
`
const NAMES = sql`
  JOIN enterprises owner ON owner.id = o.enterprise_id
  JOIN offices office ON office.id = o.office_id
  LEFT JOIN hazards h ON h.enterprise_id = o.enterprise_id AND h.id = o.hazard_id
`
const NEWEST_FIRST = sql`o.issued_at DESC, o.enterprise_id, o.id`

/** Orders that meet the facets, newest first. @param limit rows to read, one more than a page shows */
export function listOrders(
  tx: Tx,
  facets: OrderFacets,
  today: string,
  after: OrderPosition | undefined,
  limit: number,
): Promise<ListRow[]> {
  const next =
    after === undefined
      ? sql`true`
      : sql`
    o.issued_at <= ${after[0]}::timestamptz
    AND (o.issued_at < ${after[0]}::timestamptz OR (o.enterprise_id, o.id) > (${after[1]}::uuid, ${after[2]}::uuid))
  `
  return queryRows(
    tx,
    ListRow,
    sql`
    SELECT ${COLUMNS}, to_char(o.issued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "issuedInstant"
    FROM (SELECT * FROM supervision_orders o WHERE ${orderCondition(facets, today)} AND ${next} ORDER BY ${NEWEST_FIRST} LIMIT ${limit}) o
    ${NAMES}
    ORDER BY ${NEWEST_FIRST}
  `,
  )
}

const OrderWithEvents = OrderRow.extend({ events: z.array(OrderEventRow) })
export type OrderWithEvents = z.output<typeof OrderWithEvents>

/** One order and its history; undefined where the scope sees none of that id. */
export function findOrder(
  tx: Tx,
  enterpriseId: string,
  id: string,
): Promise<OrderWithEvents | undefined> {
  return queryRow(
    tx,
    OrderWithEvents,
    sql`
    SELECT ${COLUMNS}, (
      SELECT coalesce(json_agg(json_build_object(
        'seq', v.seq, 'type', v.type, 'fromStatus', v.from_status, 'toStatus', v.to_status,
        'actorName', v.actor_name, 'actorRole', v.actor_role, 'occurredAt', ${isoTime(sql`v.occurred_at`)}, 'text', v.text, 'deadline', v.deadline,
        'evidence', (
          SELECT coalesce(json_agg(${EVIDENCE_JSON} ORDER BY f.uploaded_at, f.id), '[]')
          FROM supervision_order_evidence l
          JOIN evidence f ON f.enterprise_id = l.enterprise_id AND f.id = l.evidence_id
          WHERE l.enterprise_id = v.enterprise_id AND l.order_id = v.order_id AND l.seq = v.seq
        )
      ) ORDER BY v.seq), '[]')
      FROM supervision_order_events v
      WHERE v.enterprise_id = o.enterprise_id AND v.order_id = o.id
    ) AS events
    FROM supervision_orders o
    ${NAMES}
    WHERE o.enterprise_id = ${enterpriseId} AND o.id = ${id}
  `,
  )
}
