import { sql, type SQL } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { nextOpening } from '../domain/inspection-frequency.ts'
import { Plan } from './schema.ts'
import { COMPLETED_ON, statusOn } from './task-status.ts'

function read(tx: Tx, which: SQL, today: string): Promise<z.output<typeof Plan>[]> {
  const row = Plan.omit({ nextOn: true }).transform((plan) => ({
    ...plan,
    nextOn: plan.paused ? null : nextOpening(plan, today),
  }))
  return queryRows(
    tx,
    row,
    sql`
    SELECT p.id, p.enterprise_id AS "enterpriseId", p.standard_id AS "standardId", s.name AS "standardName", p.name, p.kind, p.frequency,
           p.from_on::text AS "from", p.to_on::text AS "to", p.department, p.assignee, p.assignee_id AS "assigneeId", p.paused, p.version,
           n.open AS "openTasks", n.last AS "lastDoneOn"
    FROM inspection_plans p
    JOIN inspection_standards s ON s.enterprise_id = p.enterprise_id AND s.id = p.standard_id
    CROSS JOIN LATERAL (
      SELECT (count(*) FILTER (WHERE ${statusOn(today)} IN ('due', 'in-progress', 'overdue')))::int AS open, max(${COMPLETED_ON})::text AS last
      FROM inspection_tasks t WHERE t.enterprise_id = p.enterprise_id AND t.plan_id = p.id
    ) n
    WHERE ${which}
    ORDER BY p.paused, p.name COLLATE "C", p.id`,
  )
}

/** The plans of an enterprise: running ones first, then by name. */
export function listPlans(
  tx: Tx,
  enterpriseId: string,
  today: string,
): Promise<z.output<typeof Plan>[]> {
  return read(tx, sql`p.enterprise_id = ${enterpriseId}`, today)
}

export async function findPlan(
  tx: Tx,
  enterpriseId: string,
  id: string,
  today: string,
): Promise<z.output<typeof Plan> | undefined> {
  return (await read(tx, sql`p.enterprise_id = ${enterpriseId} AND p.id = ${id}`, today))[0]
}
