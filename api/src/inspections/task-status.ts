import { sql, type SQL } from 'drizzle-orm'

/**
 * Status of `inspection_tasks t` on a day: the SQL of `taskStatus` in domain/inspection-task.ts.
 * @param today `YYYY-MM-DD` in China
 */
export function statusOn(today: string): SQL {
  return sql`(CASE
    WHEN t.completed_at IS NOT NULL THEN 'done'
    WHEN t.closes_on < ${today}::date THEN 'missed'
    WHEN t.due_on < ${today}::date THEN 'overdue'
    WHEN t.started_at IS NOT NULL THEN 'in-progress'
    ELSE 'due'
  END)`
}

/** Day of the submission of `inspection_tasks t` in China; null before. */
export const COMPLETED_ON = sql`(t.completed_at AT TIME ZONE 'Asia/Shanghai')::date`

/** Days `inspection_tasks t` is or was late: the SQL of `taskDaysLate`. */
export function daysLateOn(today: string): SQL {
  return sql`greatest(0, coalesce(${COMPLETED_ON}, ${today}::date) - t.due_on)`
}
