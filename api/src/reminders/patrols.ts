import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { sendMessages } from '../db/messages.ts'
import { standingOn } from '../db/patrol-due.ts'
import { queryRows } from '../db/rows.ts'
import { todayInChina } from '../domain/overdue.ts'

const Due = z.object({
  userId: z.uuid(),
  gridId: z.uuid(),
  gridName: z.string(),
  count: z.int(),
  overdue: z.int(),
  deadline: z.iso.date(),
})

/**
 * Tells everybody who patrols a grid what waits there: once when a round of visits has begun, and once more when one of
 * them is overdue. A server that slept says it when it wakes. Several servers may look at once: the grids are locked.
 * @returns how many were told
 */
export function tellOfPatrols(database: Database, at: Date): Promise<number> {
  return database.scoped({ audience: 'wide' }, async (tx) => {
    // Whoever comes second waits here, and then finds the messages of the first.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('patrol-due'))`)
    const untold = await untoldPatrollers(tx, at)
    for (const { userId, gridId, gridName, count, overdue, deadline } of untold)
      await sendMessages(
        tx,
        {
          enterpriseId: null,
          subject: 'grid',
          subjectId: gridId,
          at,
          params: { description: gridName, count, overdue, deadline },
        },
        [{ recipient: 'user', userId, kind: 'patrol-due' }],
      )
    return untold.length
  })
}

/** Whoever patrols a grid where something waits since a day on which nothing has been said to them yet. */
function untoldPatrollers(tx: Tx, at: Date): Promise<z.output<typeof Due>[]> {
  const today = todayInChina(at)
  return queryRows(
    tx,
    Due,
    sql`
    WITH waiting AS (
      SELECT e.grid_id, count(*)::int AS n, (count(*) FILTER (WHERE stands.state = 'overdue'))::int AS late,
        min(stands.due_on) AS due_on,
        -- A visit waits from the first day of its window, and is overdue from the day after its last.
        max(CASE stands.state WHEN 'overdue' THEN stands.due_on + 1 ELSE c.opens END) AS since
      FROM enterprises e
      ${standingOn(today)}
      WHERE stands.state IN ('due', 'overdue')
      GROUP BY e.grid_id
    )
    SELECT p.user_id AS "userId", g.id AS "gridId", g.name AS "gridName", w.n AS count, w.late AS overdue, w.due_on::text AS deadline
    FROM waiting w
    JOIN grids g ON g.id = w.grid_id
    JOIN grid_patrollers p ON p.grid_id = g.id AND p.ended_at IS NULL
      AND p.valid_from <= ${today}::date AND (p.valid_to IS NULL OR p.valid_to >= ${today}::date)
    WHERE NOT EXISTS (
      SELECT FROM messages m
      WHERE m.kind = 'patrol-due' AND m.user_id = p.user_id AND m.subject_id = g.id
        AND (m.sent_at AT TIME ZONE 'Asia/Shanghai')::date >= w.since
    )
    ORDER BY g.id, p.user_id`,
  )
}
