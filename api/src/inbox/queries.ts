import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { hazardCondition, type HazardFacets } from '../db/filters.ts'
import { orderCondition, type OrderFacets } from '../db/order-filters.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { isOverdue, overdueDays } from '../domain/overdue.ts'
import { orderOverdueDays } from '../domain/supervision-order.ts'
import { WaitingHazard, WaitingOrder } from './schema.ts'

const Count = z.object({ n: z.int() })
const LATE = { overdue: true, overdueDays: true } as const
const HazardLine = WaitingHazard.omit(LATE)
const OrderLine = WaitingOrder.omit(LATE).extend({ deadline: z.iso.date() })

/** How many hazards meet the facets. @param today `YYYY-MM-DD` in China */
export async function countHazards(tx: Tx, facets: HazardFacets, today: string): Promise<number> {
  return (
    (
      await queryRow(
        tx,
        Count,
        sql`SELECT count(*)::integer AS n FROM hazards h WHERE ${hazardCondition(facets, today)}`,
      )
    )?.n ?? 0
  )
}

/** How many supervision orders meet the facets. */
export async function countOrders(tx: Tx, facets: OrderFacets, today: string): Promise<number> {
  return (
    (
      await queryRow(
        tx,
        Count,
        sql`SELECT count(*)::integer AS n FROM supervision_orders o WHERE ${orderCondition(facets, today)}`,
      )
    )?.n ?? 0
  )
}

/** The first few hazards by deadline, those without one last. */
export async function pressingHazards(
  tx: Tx,
  facets: HazardFacets,
  today: string,
  limit: number,
): Promise<z.output<typeof WaitingHazard>[]> {
  const order = sql`h.deadline NULLS LAST, h.reported_at, h.enterprise_id, h.id`
  const lines = await queryRows(
    tx,
    HazardLine,
    sql`
    SELECT h.enterprise_id AS "enterpriseId", h.id, owner.name AS "enterpriseName", h.code, h.description, h.grade, h.deadline::text, h.status
    FROM (SELECT * FROM hazards h WHERE ${hazardCondition(facets, today)} ORDER BY ${order} LIMIT ${limit}) h
    JOIN enterprises owner ON owner.id = h.enterprise_id
    ORDER BY ${order}
  `,
  )
  return lines.map((line) => ({
    ...line,
    overdue: isOverdue(line, today),
    overdueDays: overdueDays(line, today),
  }))
}

/** The first few orders by deadline. */
export async function pressingOrders(
  tx: Tx,
  facets: OrderFacets,
  today: string,
  limit: number,
): Promise<z.output<typeof WaitingOrder>[]> {
  const order = sql`o.deadline, o.enterprise_id, o.id`
  const lines = await queryRows(
    tx,
    OrderLine,
    sql`
    SELECT o.enterprise_id AS "enterpriseId", o.id, owner.name AS "enterpriseName", o.document_no AS code, o.title AS description,
      h.grade, o.deadline::text, o.status
    FROM (SELECT * FROM supervision_orders o WHERE ${orderCondition(facets, today)} ORDER BY ${order} LIMIT ${limit}) o
    JOIN enterprises owner ON owner.id = o.enterprise_id
    LEFT JOIN hazards h ON h.enterprise_id = o.enterprise_id AND h.id = o.hazard_id
    ORDER BY ${order}
  `,
  )
  return lines.map((line) => {
    const days = orderOverdueDays(line, today)
    return { ...line, overdue: days > 0, overdueDays: days }
  })
}
