import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { hazardCondition, OPEN, overdue } from '../db/filters.ts'
import { queryRow } from '../db/rows.ts'
import { HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import { stoodOn, type CommandFacets } from './facets.ts'
import { CommandFigures } from './schema.ts'

const count = z.int()
const Months = z.object({ found: count, fixed: count })
const Flow = CommandFigures.pick({ hazards: true, weeks: true, oldestMajor: true }).extend({
  month: Months,
  before: Months,
  towns: z.array(
    z.object({ code: z.string(), open: count, overdue: count, due: count, late: count }),
  ),
})
export type HazardFigures = z.output<typeof Flow>
const Row = z.object({ figures: Flow })

/** Days `YYYY-MM-DD` that the figures of hazards are counted by. */
export interface HazardPeriods {
  readonly day: string
  /** First and last day of each; of these only `rates` may end after the day, by which alone hazards have fallen due. */
  readonly month: readonly [string, string]
  readonly before: readonly [string, string]
  readonly rates: readonly [string, string]
  /** Mondays. */
  readonly firstWeek: string
  readonly lastWeek: string
}

const SETTLED = sql`h.status IN ('accepted', 'closed')`

/**
 * The hazards as they stood at the end of a day, and how they came and went before; the formulas are those of
 * domain/statistics.ts. Status and whether overdue narrow what stands, not what came and went.
 */
export async function countHazards(
  tx: Tx,
  facets: CommandFacets,
  periods: HazardPeriods,
): Promise<HazardFigures> {
  const { day, month, before, rates, firstWeek, lastWeek } = periods
  const due = dueWithin([rates[0], rates[1] < day ? rates[1] : day])
  const { status, overdue: whetherOverdue, ...lasting } = facets
  const row = await queryRow(
    tx,
    Row,
    sql`
    WITH stretches AS MATERIALIZED (
      SELECT h.enterprise_id, h.id, h.code, h.description, h.town_code, h.status, h.grade, h.deadline, h.reported_at, h.accepted_on, h.from_on, h.until_on,
        h.reported_on, ${OPEN} AS open, ${SETTLED} AS settled, ${hazardCondition({ grade: facets.grade }, day)} AS chosen
      FROM hazard_stretches h
      WHERE h.from_on <= ${day}::date AND ${hazardCondition({ ...lasting, grade: undefined }, day)}
    ),
    standing AS (
      SELECT h.*, ${overdue(day)} AS overdue, ${hazardCondition({ status, overdue: whetherOverdue }, day)} AS shown
      FROM stretches h
      WHERE ${stoodOn('h', day)} AND h.chosen
    ),
    by_status AS (SELECT status AS code, count(*) AS n FROM standing WHERE shown GROUP BY 1),
    weeks AS (SELECT week::date AS week FROM generate_series(${firstWeek}::date, ${lastWeek}::date, interval '7 days') week),
    found AS MATERIALIZED (
      SELECT date_trunc('week', reported_on)::date AS week, count(*) AS n FROM standing
      WHERE status <> 'void' AND reported_on >= ${firstWeek}::date GROUP BY 1
    ),
    closed AS MATERIALIZED (
      SELECT date_trunc('week', from_on)::date AS week, count(*) AS n
      FROM (SELECT s.*, lag(settled, 1, false) OVER (PARTITION BY enterprise_id, id ORDER BY from_on) AS was_settled FROM stretches s) s
      WHERE settled AND NOT was_settled AND chosen AND from_on >= ${firstWeek}::date GROUP BY 1
    ),
    turns AS MATERIALIZED (
      SELECT greatest(date_trunc('week', turn.on_day)::date, ${firstWeek}::date) AS week, sum(turn.n) AS n
      FROM stretches CROSS JOIN LATERAL (VALUES (from_on, 1), (until_on + 1, -1)) AS turn (on_day, n)
      WHERE open AND chosen AND turn.on_day <= ${day}::date GROUP BY 1
    )
    SELECT json_build_object(
      'hazards', (
        SELECT json_build_object(
          'total', count(*) FILTER (WHERE shown),
          'open', count(*) FILTER (WHERE shown AND open),
          'overdue', count(*) FILTER (WHERE shown AND overdue),
          'majorOpen', count(*) FILTER (WHERE shown AND open AND grade = 'major'),
          'byStatus', ${JSON.stringify(Object.fromEntries(HAZARD_STATUS_CODES.map((code) => [code, 0])))}::jsonb || (SELECT coalesce(jsonb_object_agg(code, n), '{}') FROM by_status)
        ) FROM standing
      ),
      'month', (${rectified(month)}),
      'before', (${rectified(before)}),
      'towns', (
        SELECT coalesce(json_agg(t), '[]') FROM (
          SELECT h.town_code AS code,
            count(*) FILTER (WHERE shown AND open) AS open,
            count(*) FILTER (WHERE shown AND overdue) AS overdue,
            count(*) FILTER (WHERE ${due}) AS due,
            count(*) FILTER (WHERE ${due} AND (overdue OR settled AND accepted_on > deadline)) AS late
          FROM standing h GROUP BY 1
        ) t
      ),
      'weeks', (
        SELECT json_agg(json_build_object('week', w.week, 'found', coalesce(found.n, 0), 'closed', coalesce(closed.n, 0),
          'backlog', (SELECT coalesce(sum(t.n), 0) FROM turns t WHERE t.week <= w.week)) ORDER BY w.week)
        FROM weeks w LEFT JOIN found ON found.week = w.week LEFT JOIN closed ON closed.week = w.week
      ),
      'oldestMajor', (
        SELECT coalesce(json_agg(json_build_object(
          'id', m.id, 'enterpriseId', m.enterprise_id, 'enterpriseName', e.name, 'code', m.code, 'description', m.description, 'status', m.status,
          'reportedOn', m.reported_on, 'deadline', m.deadline, 'openDays', ${day}::date - m.reported_on,
          'overdueDays', CASE WHEN m.overdue THEN ${day}::date - m.deadline ELSE 0 END
        ) ORDER BY m.reported_at, m.enterprise_id, m.id), '[]')
        FROM (SELECT * FROM standing WHERE shown AND open AND grade = 'major' ORDER BY reported_at, enterprise_id, id LIMIT 10) m
        JOIN enterprises e ON e.id = m.enterprise_id
      )
    ) AS figures
  `,
  )
  if (row === undefined) throw new Error('a SELECT without FROM has one row')
  return row.figures
}

/** 整改率: of those found within a period, those accepted by its end. */
function rectified([from, to]: readonly [string, string]): SQL {
  return sql`
    SELECT json_build_object('found', count(*), 'fixed', count(*) FILTER (WHERE settled AND accepted_on <= ${to}::date))
    FROM standing WHERE status <> 'void' AND reported_on BETWEEN ${from}::date AND ${to}::date`
}

/** 到期 within a period. */
function dueWithin([from, to]: readonly [string, string]): SQL {
  return sql`status <> 'void' AND deadline BETWEEN ${from}::date AND ${to}::date`
}
