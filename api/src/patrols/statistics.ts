import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { enterpriseCondition, type EnterpriseFacets } from '../db/filters.ts'
import { askedWithin, COUNTS } from '../db/patrol-due.ts'
import { queryRows } from '../db/rows.ts'
import type { PatrolDimension } from '../domain/patrol-statistics.ts'
import { monthsOf } from '../domain/calendar.ts'
import { type Period } from '../domain/statistics.ts'
import { PatrolCounts } from './schema.ts'

const Row = PatrolCounts.extend({ key: z.string().nullable(), name: z.string() })

/** By what what was asked for (`k`), visits (`v`) and hazards seen to be rectified (`c`) fall into groups. */
const KEYS: Readonly<
  Record<PatrolDimension, { readonly asked: SQL; readonly made: SQL; readonly closed: SQL }>
> = {
  grid: { asked: sql`k.grid_id::text`, made: sql`v.grid_id::text`, closed: sql`c.grid_id::text` },
  office: {
    asked: sql`k.office_id::text`,
    made: sql`v.office_id::text`,
    closed: sql`c.office_id::text`,
  },
  town: { asked: sql`k.town_code`, made: sql`among.town_code`, closed: sql`c.town_code` },
  month: {
    asked: sql`to_char(k.due_on, 'YYYY-MM')`,
    made: sql`to_char(v.visited_on, 'YYYY-MM')`,
    closed: sql`to_char(c.seen_on, 'YYYY-MM')`,
  },
  // What is due in a grid is due from each of its people, for the days they were appointed to it: their rates are their share of it.
  person: { asked: sql`p.user_id::text`, made: sql`v.user_id::text`, closed: sql`c.user_id::text` },
}

const PEOPLE = sql`
  LEFT JOIN grid_patrollers p ON p.grid_id = k.grid_id AND p.valid_from <= k.due_on AND coalesce(p.valid_to >= k.opens_on, true)
    AND coalesce((p.ended_at AT TIME ZONE 'Asia/Shanghai')::date >= k.opens_on, true)`

function groupsOf(by: PatrolDimension, period: Period): SQL {
  switch (by) {
    case 'grid':
      return sql`SELECT DISTINCT g.id::text AS key, g.name, g.code AS place FROM among JOIN grids g ON g.id = among.grid_id`
    case 'office':
      return sql`SELECT DISTINCT o.id::text AS key, o.name, o.code AS place FROM among JOIN offices o ON o.id = among.office_id`
    case 'town':
      return sql`SELECT DISTINCT t.code AS key, t.name, t.code AS place FROM among JOIN areas t ON t.code = among.town_code`
    case 'month':
      return sql`SELECT month AS key, month AS name, month AS place FROM unnest(${sql.param(`{${monthsOf(period).join(',')}}`)}::text[]) month`
    case 'person':
      return sql`
      SELECT key, coalesce(min(name) FILTER (WHERE appointed), min(name)) AS name, min(name) AS place FROM (
        SELECT p.user_id::text AS key, p.name, true AS appointed FROM grid_patrollers p
        WHERE p.grid_id IN (SELECT grid_id FROM among) AND p.valid_from <= ${period.to}::date AND coalesce(p.valid_to >= ${period.from}::date, true)
          AND coalesce((p.ended_at AT TIME ZONE 'Asia/Shanghai')::date >= ${period.from}::date, true)
        UNION ALL SELECT v.user_id::text, v.user_name, false FROM visited v
      ) people GROUP BY key`
  }
}

/**
 * Counts patrols as domain/patrol-statistics.ts defines it.
 * @returns the whole, and every group, also the empty ones
 */
export async function countPatrols(
  tx: Tx,
  by: PatrolDimension,
  facets: EnterpriseFacets,
  period: Period,
): Promise<{ total: PatrolCounts; rows: (PatrolCounts & { key: string; name: string })[] }> {
  const { from, to, today } = period
  const key = KEYS[by]
  // Somebody's row counts what they did themselves; the whole, what was done.
  const own = by === 'person' ? sql`p.user_id = ANY (k.made_by)` : sql`k.made_by IS NOT NULL`
  const made = (what: SQL, when: SQL) => sql`CASE grouping(${key.asked})
    WHEN 1 THEN count(DISTINCT ${what}) FILTER (WHERE k.made_by IS NOT NULL AND ${when})
    ELSE count(DISTINCT ${what}) FILTER (WHERE ${own} AND ${when}) END`
  const rows = await queryRows(
    tx,
    Row,
    sql`
    WITH ${askedWithin(enterpriseCondition(facets), from, to, today)},
    visited AS (SELECT v.* FROM patrol_visits v JOIN among ON among.id = v.enterprise_id WHERE v.visited_on BETWEEN ${from}::date AND ${to}::date),
    ${closuresWithin(from, to)},
    due AS (
      SELECT ${key.asked} AS key, grouping(${key.asked}) AS whole,
        count(DISTINCT k.enterprise_id) AS due_objects,
        ${made(sql`k.enterprise_id`, sql`true`)} AS visited_objects,
        count(DISTINCT (k.enterprise_id, k.due_on)) FILTER (WHERE k.due_on < ${today}::date) AS due_visits,
        ${made(sql`(k.enterprise_id, k.due_on)`, sql`k.due_on < ${today}::date`)} AS on_time_visits
      FROM asked k ${by === 'person' ? PEOPLE : sql``}
      GROUP BY GROUPING SETS ((${key.asked}), ())
    ),
    made AS (
      SELECT ${key.made} AS key, grouping(${key.made}) AS whole,
        count(*) AS visits, count(DISTINCT v.enterprise_id) FILTER (WHERE ${COUNTS}) AS objects,
        count(*) FILTER (WHERE 'too-fast' = ANY (v.flags)) AS too_fast,
        count(*) FILTER (WHERE 'too-far' = ANY (v.flags)) AS too_far,
        count(*) FILTER (WHERE 'too-late' = ANY (v.flags)) AS too_late,
        coalesce(sum(f.found), 0) AS hazards_found
      FROM visited v
      JOIN among ON among.id = v.enterprise_id
      LEFT JOIN (
        SELECT l.enterprise_id, l.visit_id, count(*) AS found
        FROM patrol_hazards l JOIN hazards h ON h.enterprise_id = l.enterprise_id AND h.id = l.hazard_id AND h.status <> 'void'
        WHERE l.part = 'found' GROUP BY l.enterprise_id, l.visit_id
      ) f ON f.enterprise_id = v.enterprise_id AND f.visit_id = v.id
      GROUP BY GROUPING SETS ((${key.made}), ())
    ),
    closed AS (
      SELECT ${key.closed} AS key, grouping(${key.closed}) AS whole, count(DISTINCT (c.enterprise_id, c.hazard_id)) AS closures_verified
      FROM closures c
      GROUP BY GROUPING SETS ((${key.closed}), ())
    ),
    groups AS (
      SELECT key, name, place, 0 AS whole FROM (${groupsOf(by, period)}) present
      UNION ALL SELECT NULL, '', '', 1
    )
    SELECT groups.key, groups.name,
      ${zeroed('d', ['due_objects', 'visited_objects', 'due_visits', 'on_time_visits'])},
      ${zeroed('m', ['visits', 'objects', 'too_fast', 'too_far', 'too_late', 'hazards_found'])},
      ${zeroed('c', ['closures_verified'])}
    FROM groups
    LEFT JOIN due d ON d.whole = groups.whole AND d.key IS NOT DISTINCT FROM groups.key
    LEFT JOIN made m ON m.whole = groups.whole AND m.key IS NOT DISTINCT FROM groups.key
    LEFT JOIN closed c ON c.whole = groups.whole AND c.key IS NOT DISTINCT FROM groups.key
    ORDER BY groups.whole DESC, groups.place COLLATE "C", groups.key`,
  )
  const [total, ...groups] = rows
  if (total === undefined) throw new Error('the whole is always a row')
  const { key: _key, name: _name, ...whole } = total
  return { total: whole, rows: groups.map(({ key: own, ...row }) => ({ ...row, key: own ?? '' })) }
}

/**
 * Hazards seen to be rectified within a period: by a grid member's review, or on a visit. Who reviewed without an
 * account is known by name, within the grid.
 */
function closuresWithin(from: string, to: string): SQL {
  return sql`
    closures AS (
      SELECT h.enterprise_id, h.id AS hazard_id, h.grid_id, h.office_id, h.town_code, (x.occurred_at AT TIME ZONE 'Asia/Shanghai')::date AS seen_on,
        coalesce(x.actor_id, (SELECT p.user_id FROM grid_patrollers p WHERE p.grid_id = h.grid_id AND p.name = x.actor_name LIMIT 1)) AS user_id
      FROM hazard_events x
      JOIN hazards h ON h.enterprise_id = x.enterprise_id AND h.id = x.hazard_id AND h.status <> 'void'
      JOIN among ON among.id = h.enterprise_id
      WHERE x.type = 'pass' AND x.actor_role = 'grid-member'
        AND x.occurred_at >= (${from}::timestamp AT TIME ZONE 'Asia/Shanghai') AND x.occurred_at < ((${to}::timestamp + interval '1 day') AT TIME ZONE 'Asia/Shanghai')
      UNION ALL
      SELECT h.enterprise_id, h.id, h.grid_id, h.office_id, h.town_code, v.visited_on, v.user_id
      FROM patrol_hazards l
      JOIN visited v ON v.enterprise_id = l.enterprise_id AND v.id = l.visit_id
      JOIN hazards h ON h.enterprise_id = l.enterprise_id AND h.id = l.hazard_id AND h.status <> 'void'
      WHERE l.part = 'fixed'
    )`
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
