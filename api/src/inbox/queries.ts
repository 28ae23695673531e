import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { hazardCondition, type HazardFacets } from '../db/filters.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { HAZARD_COLUMNS, HAZARD_NAMES } from '../hazards/queries.ts'
import { HazardRow } from '../hazards/schema.ts'
import { orderCondition, type OrderFacets } from '../supervision-orders/queries.ts'

const Count = z.object({ n: z.int() })

/** How many hazards meet the facets. */
export async function countHazards(tx: Tx, facets: HazardFacets, today: string): Promise<number> {
  return (await queryRow(tx, Count, sql`SELECT count(*)::integer AS n FROM hazards h WHERE ${hazardCondition(facets, today)}`))?.n ?? 0
}

/** How many supervision orders meet the facets. */
export async function countOrders(tx: Tx, facets: OrderFacets, today: string): Promise<number> {
  return (await queryRow(tx, Count, sql`SELECT count(*)::integer AS n FROM supervision_orders o WHERE ${orderCondition(facets, today)}`))?.n ?? 0
}

/** The first few hazards by deadline, those without one last. */
export function pressingHazards(tx: Tx, facets: HazardFacets, today: string, limit: number): Promise<z.output<typeof HazardRow>[]> {
  const order = sql`h.deadline NULLS LAST, h.reported_at, h.enterprise_id, h.id`
  return queryRows(tx, HazardRow, sql`
    SELECT ${HAZARD_COLUMNS}
    FROM (SELECT * FROM hazards h WHERE ${hazardCondition(facets, today)} ORDER BY ${order} LIMIT ${limit}) h
    ${HAZARD_NAMES}
    ORDER BY ${order}
  `)
}
