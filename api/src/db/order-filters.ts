import { sql, type SQL } from 'drizzle-orm'
import { OPEN_ORDER_STATUSES } from '../domain/supervision-order.ts'
import { foldedHolds, textHolds } from './search.ts'

type Asked<T> = T | undefined

/** What supervision orders are narrowed by. */
export interface OrderFacets {
  readonly status?: Asked<readonly string[]>
  readonly overdue?: Asked<boolean>
  readonly enterpriseId?: Asked<string>
  readonly hazardId?: Asked<string>
  readonly officeId?: Asked<readonly string[]>
  readonly gridId?: Asked<readonly string[]>
  /** Part of the number, the title or the enterprise's name. */
  readonly q?: Asked<string>
}

/**
 * Condition on `supervision_orders o`.
 * @param today `YYYY-MM-DD` in China, by which overdue is decided
 */
export function orderCondition(facets: OrderFacets, today: string): SQL {
  const { status, overdue, enterpriseId, hazardId, officeId, gridId, q } = facets
  const late = sql`(o.status IN ${[...OPEN_ORDER_STATUSES]} AND o.deadline < ${today}::date)`
  const parts = [
    status && sql`o.status IN ${[...status]}`,
    overdue === undefined ? undefined : overdue ? late : sql`NOT ${late}`,
    enterpriseId === undefined ? undefined : sql`o.enterprise_id = ${enterpriseId}`,
    hazardId === undefined ? undefined : sql`o.hazard_id = ${hazardId}`,
    officeId && sql`o.office_id IN ${[...officeId]}`,
    gridId && sql`o.grid_id IN ${[...gridId]}`,
    q === undefined
      ? undefined
      : sql`(${textHolds(sql`o.document_no`, q)} OR ${textHolds(sql`o.title`, q)} OR o.enterprise_id IN (SELECT e.id FROM enterprises e WHERE ${foldedHolds(sql`e.search_text`, q)}))`,
  ]
  return sql.join([sql`true`, ...parts.filter((part) => part !== undefined)], sql` AND `)
}
