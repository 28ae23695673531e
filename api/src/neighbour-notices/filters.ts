import { sql, type SQL } from 'drizzle-orm'
import { inBox, type Box } from '../db/filters.ts'
import { textHolds } from '../db/search.ts'

type Asked<T> = T | undefined

/** What lists of notices are narrowed by. */
export interface NoticeFacets {
  readonly status?: Asked<readonly string[]>
  readonly cause?: Asked<readonly string[]>
  readonly level?: Asked<readonly number[]>
  readonly enterpriseId?: Asked<string>
  readonly riskPointId?: Asked<string>
  readonly officeId?: Asked<readonly string[]>
  readonly gridId?: Asked<readonly string[]>
  /** Only those that somebody was told of and has not signed. */
  readonly receipt?: Asked<'waiting' | 'late'>
  readonly bbox?: Asked<Box>
  /** Part of the enterprise's or the point's name. */
  readonly q?: Asked<string>
}

/** From when a told day counts as late: told on or before it. */
export interface LateRule {
  readonly today: string
  readonly remindAfterDays: number
}

/** Whether somebody was told so long ago that an unsigned receipt is late; `told` is an instant. */
export function isLate(told: SQL, signed: SQL, { today, remindAfterDays }: LateRule): SQL {
  return sql`(${signed} IS NULL AND (${told} AT TIME ZONE 'Asia/Shanghai')::date <= ${today}::date - ${remindAfterDays}::int)`
}

/** Condition on `neighbour_notices n`. */
export function noticeCondition(
  {
    status,
    cause,
    level,
    enterpriseId,
    riskPointId,
    officeId,
    gridId,
    receipt,
    bbox,
    q,
  }: NoticeFacets,
  rule: LateRule,
): SQL {
  const open =
    receipt === 'late'
      ? isLate(sql`r.told_at`, sql`r.signed_at`, rule)
      : sql`r.told_at IS NOT NULL AND r.signed_at IS NULL`
  const parts = [
    status && sql`n.status IN ${[...status]}`,
    cause && sql`n.cause IN ${[...cause]}`,
    level && sql`n.point_level IN ${[...level]}`,
    enterpriseId === undefined ? undefined : sql`n.enterprise_id = ${enterpriseId}`,
    riskPointId === undefined ? undefined : sql`n.risk_point_id = ${riskPointId}`,
    officeId && sql`n.office_id IN ${[...officeId]}`,
    gridId && sql`n.grid_id IN ${[...gridId]}`,
    receipt === undefined
      ? undefined
      : sql`n.status = 'issued' AND EXISTS (SELECT FROM neighbour_notice_recipients r WHERE r.enterprise_id = n.enterprise_id AND r.notice_id = n.id AND ${open})`,
    bbox && inBox(sql`n.geom`, bbox),
    q === undefined
      ? undefined
      : sql`(${textHolds(sql`n.content #>> '{enterprise,name}'`, q)} OR ${textHolds(sql`n.content #>> '{riskPoint,name}'`, q)})`,
  ]
  return sql.join([sql`true`, ...parts.filter((part) => part !== undefined)], sql` AND `)
}

/** What lists of received copies are narrowed by. */
export interface ReceivedFacets {
  readonly enterpriseId?: Asked<string>
  readonly senderId?: Asked<string>
  readonly status?: Asked<readonly string[]>
  readonly signed?: Asked<boolean>
  readonly late?: Asked<boolean>
  readonly officeId?: Asked<readonly string[]>
  readonly gridId?: Asked<readonly string[]>
}

/** Condition on `received_notices c`. */
export function receivedCondition(
  { enterpriseId, senderId, status, signed, late, officeId, gridId }: ReceivedFacets,
  rule: LateRule,
): SQL {
  const isOverdue = sql`(c.status = 'current' AND ${isLate(sql`c.issued_at`, sql`c.signed_at`, rule)})`
  const parts = [
    enterpriseId === undefined ? undefined : sql`c.enterprise_id = ${enterpriseId}`,
    senderId === undefined ? undefined : sql`c.sender_id = ${senderId}`,
    status && sql`c.status IN ${[...status]}`,
    signed === undefined
      ? undefined
      : signed
        ? sql`c.signed_at IS NOT NULL`
        : sql`c.signed_at IS NULL`,
    late === undefined ? undefined : late ? isOverdue : sql`NOT ${isOverdue}`,
    officeId && sql`c.office_id IN ${[...officeId]}`,
    gridId && sql`c.grid_id IN ${[...gridId]}`,
  ]
  return sql.join([sql`true`, ...parts.filter((part) => part !== undefined)], sql` AND `)
}
