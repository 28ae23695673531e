import { sql, type SQL } from 'drizzle-orm'
import { PATROL_LEVELS } from '../domain/patrol-profile.ts'
import { ABSENCE_FLAGS } from '../domain/patrol-visit.ts'
import { patrolCalendar, windowsDue } from '../domain/patrol-windows.ts'

/** The day an enterprise `e` was entered, in China. */
const SINCE = sql`(e.created_at AT TIME ZONE 'Asia/Shanghai')::date`

/** First day of the level that `enterprises e` has today. */
const LEVEL_SINCE = sql`coalesce((SELECT max(a.until_on) + 1 FROM enterprise_past_levels a WHERE a.enterprise_id = e.id), ${SINCE})`

/** Whether a visit `v` was made at the object: the SQL of `patrolCounts` in domain/patrol-visit.ts. */
export const COUNTS = sql`NOT (v.flags && ${sql.raw(`ARRAY['${ABSENCE_FLAGS.join("', '")}']`)})`

/**
 * FROM items that add to `enterprises e` how it stands today, as `patrolStanding` in domain/patrol.ts has it:
 * `stands` (state, due_on) and `latest` (visited_on, user_name), the last visit that counts.
 * @param among condition on the visits `v` that are looked at
 */
export function standingOn(today: string, among: SQL = sql`true`): SQL {
  const calendar = JSON.stringify(
    PATROL_LEVELS.map((level) => {
      const { before, now, next } = patrolCalendar(level, today)
      return {
        level,
        before_opens: before.opensOn,
        before_middle: before.middle,
        before_due: before.dueOn,
        opens: now.opensOn,
        middle: now.middle,
        due: now.dueOn,
        next_due: next.dueOn,
      }
    }),
  )
  return sql`
    JOIN json_to_recordset(${calendar}::json) AS c (
      level smallint, before_opens date, before_middle date, before_due date, opens date, middle date, due date, next_due date
    ) ON c.level IS NOT DISTINCT FROM e.risk_level
    LEFT JOIN LATERAL (
      SELECT v.visited_on, v.user_name FROM patrol_visits v
      WHERE v.enterprise_id = e.id AND ${COUNTS} AND ${among}
      ORDER BY v.visited_on DESC, v.finished_at DESC LIMIT 1
    ) latest ON true
    CROSS JOIN LATERAL (SELECT ${LEVEL_SINCE} AS since) levelled
    CROSS JOIN LATERAL (
      SELECT CASE
        WHEN latest.visited_on >= c.opens THEN 'done'
        WHEN levelled.since <= c.before_middle AND coalesce(latest.visited_on < c.before_opens, true) THEN 'overdue'
        WHEN levelled.since <= c.middle THEN 'due'
        ELSE 'later'
      END AS state
    ) decided
    CROSS JOIN LATERAL (
      SELECT decided.state, CASE decided.state WHEN 'overdue' THEN c.before_due WHEN 'due' THEN c.due ELSE c.next_due END AS due_on
    ) stands`
}

/**
 * Common table expressions with the visits that are due within a period, as `dueVisits` in domain/patrol.ts has it:
 * `asked` (enterprise_id, grid_id, office_id, town_code, opens_on, due_on, made_by), the last null where nobody came
 * by then, and no later than `today`.
 * @param which condition on `enterprises e`
 */
export function askedWithin(which: SQL, from: string, to: string, today: string): SQL {
  const windows = JSON.stringify(
    windowsDue(from, to)
      .filter(({ opensOn }) => opensOn <= today)
      .map(({ level, opensOn, middle, dueOn }) => ({
        level,
        opens_on: opensOn,
        middle,
        due_on: dueOn,
        ends: dueOn < today ? dueOn : today,
      })),
  )
  return sql`
    among AS (
      SELECT e.id, e.grid_id, e.office_id, e.town_code, e.risk_level, ${SINCE} AS since FROM enterprises e WHERE ${which}
    ),
    stretches AS (
      SELECT a.enterprise_id, a.level, coalesce(lag(a.until_on) OVER (PARTITION BY a.enterprise_id ORDER BY a.until_on) + 1, among.since) AS from_on, a.until_on AS to_on
      FROM enterprise_past_levels a JOIN among ON among.id = a.enterprise_id
      UNION ALL
      SELECT among.id, among.risk_level, coalesce((SELECT max(a.until_on) + 1 FROM enterprise_past_levels a WHERE a.enterprise_id = among.id), among.since), NULL
      FROM among
    ),
    asked AS (
      SELECT among.id AS enterprise_id, among.grid_id, among.office_id, among.town_code, w.opens_on, w.due_on,
        made.by AS made_by
      FROM json_to_recordset(${windows}::json) AS w (level smallint, opens_on date, middle date, due_on date, ends date)
      JOIN stretches s ON s.level IS NOT DISTINCT FROM w.level AND s.from_on <= w.middle AND s.from_on <= w.ends AND coalesce(s.to_on >= w.ends, true)
      JOIN among ON among.id = s.enterprise_id
      CROSS JOIN LATERAL (
        SELECT array_agg(v.user_id) AS by FROM patrol_visits v
        WHERE v.enterprise_id = among.id AND v.visited_on BETWEEN w.opens_on AND w.ends AND ${COUNTS}
      ) made
    )`
}
