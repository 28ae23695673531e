import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { enterpriseCondition, hazardCondition, overdue, type HazardFacets } from '../db/filters.ts'
import { queryRows } from '../db/rows.ts'
import { PLAN_ELEMENT_CODES } from '../domain/hazard-event.ts'
import { monthsOf } from '../domain/calendar.ts'
import { type Period, type StatisticDimension } from '../domain/statistics.ts'
import { MonthlyFigures, Tally } from './schema.ts'

/** Lasting facets: those that say where a hazard belongs, not how it stands. */
export type StatisticFacets = Pick<
  HazardFacets,
  'q' | 'kind' | 'gridId' | 'areaCode' | 'officeId' | 'industryCode' | 'origin'
>

const Counts = Tally.extend(
  MonthlyFigures.pick({
    planned: true,
    fiveSettled: true,
    listed: true,
    listedByProvince: true,
    funds: true,
  }).shape,
)
export type Counts = z.output<typeof Counts>

const Row = Counts.extend({ key: z.string().nullable(), name: z.string() })

/** By what found and due hazards fall into groups; `e` is the enterprise. */
const KEYS: Readonly<Record<StatisticDimension, { readonly found: SQL; readonly due: SQL }>> = {
  town: same(sql`h.town_code`),
  grid: same(sql`h.grid_id::text`),
  office: same(sql`h.office_id::text`),
  industry: same(sql`e.industry_code`),
  month: {
    found: sql`to_char(h.reported_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')`,
    due: sql`to_char(h.deadline, 'YYYY-MM')`,
  },
}

/** The groups there are, also those where nothing was found. */
function groupsOf(by: StatisticDimension, facets: StatisticFacets, period: Period): SQL {
  if (by === 'month')
    return sql`SELECT month AS key, month AS name, month AS place FROM unnest(${sql.param(`{${monthsOf(period).join(',')}}`)}::text[]) month`
  const { officeId, ...ofEnterprise } = facets
  const among = sql`
    FROM enterprises e
    JOIN areas t ON t.code = e.town_code JOIN grids g ON g.id = e.grid_id JOIN offices o ON o.id = e.office_id
    WHERE ${enterpriseCondition(ofEnterprise)}
      AND ${officeId === undefined ? sql`true` : sql`e.office_id IN ${[...officeId]}`}`
  switch (by) {
    case 'town':
      return sql`SELECT DISTINCT t.code AS key, t.name AS name, t.code AS place ${among}`
    case 'grid':
      return sql`SELECT DISTINCT g.id::text AS key, g.name AS name, g.code AS place ${among}`
    case 'office':
      return sql`SELECT DISTINCT o.id::text AS key, o.name AS name, o.code AS place ${among}`
    case 'industry':
      return sql`SELECT e.industry_code AS key, min(e.industry) AS name, e.industry_code AS place ${among} GROUP BY e.industry_code`
  }
}

/**
 * Counts hazards by a dimension as domain/statistics.ts defines it; void ones count nowhere.
 * @returns the whole, and every group, also the empty ones
 */
export function countHazards(
  tx: Tx,
  by: StatisticDimension,
  facets: StatisticFacets,
  period: Period,
) {
  return countUntil(tx, by, facets, period, sql`${period.to}::date`)
}

/** Every month of a period as it would be counted alone: what it found counts as rectified until its own last day. */
export async function countEachMonth(tx: Tx, facets: StatisticFacets, period: Period) {
  const lastOfMonth = sql`least((date_trunc('month', h.reported_at AT TIME ZONE 'Asia/Shanghai') + interval '1 month -1 day')::date, ${period.to}::date)`
  return (await countUntil(tx, 'month', facets, period, lastOfMonth)).rows
}

/** @param last the day until which what a hazard found counts as rectified */
async function countUntil(
  tx: Tx,
  by: StatisticDimension,
  facets: StatisticFacets,
  period: Period,
  last: SQL,
): Promise<{ total: Counts; rows: (Counts & { key: string; name: string })[] }> {
  const { from, to, today } = period
  const key = KEYS[by]
  const found = hazardCondition({ ...facets, reportedFrom: from, reportedTo: to }, today)
  const due = hazardCondition(
    { ...facets, deadlineFrom: from, deadlineTo: to < today ? to : today },
    today,
  )
  const rows = await queryRows(
    tx,
    Row,
    sql`
    WITH found AS (
      SELECT
        ${key.found} AS key, grouping(${key.found}) AS whole,
        count(DISTINCT h.enterprise_id) AS units,
        count(*) AS found,
        count(*) FILTER (WHERE h.grade = 'general') AS found_general,
        count(*) FILTER (WHERE h.grade = 'major') AS found_major,
        count(*) FILTER (WHERE ${fixedBy(last)}) AS fixed,
        count(*) FILTER (WHERE h.grade = 'general' AND ${fixedBy(last)}) AS fixed_general,
        count(*) FILTER (WHERE h.grade = 'major' AND h.status = 'closed' AND ${until(sql`h.closed_at`, last)}) AS closed_major,
        count(*) FILTER (WHERE h.grade = 'major' AND ${planOf(sql`true`)}) AS planned,
        count(*) FILTER (WHERE h.grade = 'major' AND ${planOf(ALL_FIVE)}) AS five_settled,
        count(*) FILTER (WHERE h.supervision <> 'none') AS listed,
        count(*) FILTER (WHERE h.supervision <> 'none' AND h.supervision_level = 'province') AS listed_by_province,
        coalesce(sum(h.cost), 0) AS funds
      FROM hazards h JOIN enterprises e ON e.id = h.enterprise_id
      WHERE ${found} AND h.status <> 'void'
      GROUP BY GROUPING SETS ((${key.found}), ())
    ),
    due AS (
      SELECT
        ${key.due} AS key, grouping(${key.due}) AS whole,
        count(*) AS due,
        count(*) FILTER (WHERE ${IN_TIME}) AS on_time,
        count(*) FILTER (WHERE ${FIXED} AND NOT ${IN_TIME}) AS late,
        count(*) FILTER (WHERE ${overdue(today)}) AS overdue
      FROM hazards h JOIN enterprises e ON e.id = h.enterprise_id
      WHERE ${due} AND h.status <> 'void'
      GROUP BY GROUPING SETS ((${key.due}), ())
    ),
    groups AS (
      SELECT key, name, place, 0 AS whole FROM (${groupsOf(by, facets, period)}) present
      UNION ALL SELECT NULL, '', '', 1
    )
    SELECT
      groups.key, groups.name,
      ${zeroed('f', ['units', 'found', 'found_general', 'found_major', 'fixed', 'fixed_general', 'closed_major', 'planned', 'five_settled', 'listed', 'listed_by_province'])},
      round(coalesce(f.funds, 0) / 10000, 2)::float8 AS funds,
      ${zeroed('d', ['due', 'on_time', 'late', 'overdue'])}
    FROM groups
    LEFT JOIN found f ON f.whole = groups.whole AND f.key IS NOT DISTINCT FROM groups.key
    LEFT JOIN due d ON d.whole = groups.whole AND d.key IS NOT DISTINCT FROM groups.key
    ORDER BY groups.whole DESC, groups.place COLLATE "C"
  `,
  )
  const [total, ...groups] = rows
  if (total === undefined) throw new Error('the whole is always a row')
  return { total, rows: groups.map(({ key: own, ...row }) => ({ ...row, key: own ?? '' })) }
}

const Units = z.object({ key: z.string().nullable(), units: z.int() })

/** Units on the register, by town or industry: the key is null for the whole. */
export function countUnits(
  tx: Tx,
  by: 'town' | 'industry',
): Promise<readonly z.output<typeof Units>[]> {
  const key = by === 'town' ? sql`e.town_code` : sql`e.industry_code`
  return queryRows(
    tx,
    Units,
    sql`
    SELECT CASE WHEN grouping(${key}) = 1 THEN NULL ELSE coalesce(${key}, '') END AS key, count(*)::integer AS units
    FROM enterprises e
    GROUP BY GROUPING SETS ((${key}), ())`,
  )
}

const FIXED = sql`h.status IN ('accepted', 'closed')`
const IN_TIME = sql`(${FIXED} AND (h.accepted_at AT TIME ZONE 'Asia/Shanghai')::date <= h.deadline)`
const ALL_FIVE = sql.join(
  PLAN_ELEMENT_CODES.map(
    (element) => sql`coalesce(trim(v.detail -> 'plan' ->> ${element}), '') <> ''`,
  ),
  sql` AND `,
)

function fixedBy(day: SQL): SQL {
  return sql`${FIXED} AND ${until(sql`h.accepted_at`, day)}`
}

function until(column: SQL, day: SQL): SQL {
  return sql`${column} < ((${day} + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`
}

/** Whether a plan was handed in that meets a condition. */
function planOf(condition: SQL): SQL {
  return sql`EXISTS (
    SELECT FROM hazard_events v
    WHERE v.enterprise_id = h.enterprise_id AND v.hazard_id = h.id AND v.type = 'sign' AND v.detail ? 'plan' AND ${condition})`
}

function zeroed(alias: string, columns: readonly string[]): SQL {
  return sql.raw(
    columns
      .map(
        (column) =>
          `coalesce(${alias}.${column}, 0)::integer AS "${column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}"`,
      )
      .join(', '),
  )
}

function same(key: SQL): { found: SQL; due: SQL } {
  return { found: key, due: key }
}
