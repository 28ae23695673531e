import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { enterpriseCondition, type BoxFacet, type EnterpriseFacets, type LevelFacet } from '../db/filters.ts'
import { queryRows } from '../db/rows.ts'
import { ENTERPRISE_COLUMNS } from './columns.ts'
import { EnterpriseItem } from './schema.ts'

const Row = EnterpriseItem.extend({ initials: z.string() })

/** Sort key of an enterprise in the list: level (5 = not assessed), initials, id. */
export const EnterprisePosition = z.tuple([z.int(), z.string(), z.uuid()])
export type EnterprisePosition = z.output<typeof EnterprisePosition>

/** Where a row stands in the list. */
export function positionOf(row: z.output<typeof Row>): EnterprisePosition {
  return [row.riskLevel ?? 5, row.initials, row.id]
}

/**
 * Enterprises that meet the facets, the most dangerous first, then by initials.
 * @param limit rows to read, one more than a page shows
 */
export function listEnterprises(
  tx: Tx,
  facets: EnterpriseFacets & LevelFacet & BoxFacet,
  after: EnterprisePosition | undefined,
  limit: number,
): Promise<z.output<typeof Row>[]> {
  const next = after === undefined
    ? sql`true`
    : sql`(coalesce(e.risk_level, 5), e.initials COLLATE "C", e.id) > (${after[0]}::int, ${after[1]}::text COLLATE "C", ${after[2]}::uuid)`
  return queryRows(tx, Row, sql`
    SELECT ${ENTERPRISE_COLUMNS}, e.initials
    FROM enterprises e
    WHERE ${enterpriseCondition(facets)} AND ${next}
    ORDER BY coalesce(e.risk_level, 5), e.initials COLLATE "C", e.id
    LIMIT ${limit}
  `)
}
