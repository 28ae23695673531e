import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { INSPECTION_FREQUENCY_CODES, windowsUntil } from '../domain/inspection-frequency.ts'
import { todayInChina } from '../domain/overdue.ts'
import { MadeTask, tellOfTasks } from './tell-of-tasks.ts'

const PlanRow = z.object({
  enterpriseId: z.uuid(),
  planId: z.uuid(),
  frequency: z.enum(INSPECTION_FREQUENCY_CODES),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  since: z.iso.date(),
  last: z.iso.date().nullable(),
})
const Id = z.object({ id: z.uuid() })

/**
 * Makes the tasks that plans have brought until today and that are not there yet. Any number of processes may
 * do this at once and again: a plan has one task for each first day, by a unique key, and whoever comes second
 * adds nothing.
 * @param which condition on `inspection_plans p`: whose plans; never more than the scope may write tasks for
 * @returns how many were made; whoever is to do them is told
 */
export async function makeTasks(tx: Tx, which: SQL, at: Date): Promise<number> {
  const today = todayInChina(at)
  const plans = await queryRows(
    tx,
    PlanRow,
    sql`
    SELECT p.enterprise_id AS "enterpriseId", p.id AS "planId", p.frequency, p.from_on::text AS "from", p.to_on::text AS "to", p.active_since::text AS since,
           (SELECT max(t.opens_on)::text FROM inspection_tasks t WHERE t.enterprise_id = p.enterprise_id AND t.plan_id = p.id) AS last
    FROM inspection_plans p
    WHERE NOT p.paused AND p.from_on <= ${today}::date AND ${which}
  `,
  )
  const windows = plans.flatMap(({ enterpriseId, planId, last, ...schedule }) =>
    windowsUntil(schedule, today, last).map((window) => ({ enterpriseId, planId, ...window })),
  )
  if (windows.length === 0) return 0
  const made = await queryRows(
    tx,
    MadeTask,
    sql`
    INSERT INTO inspection_tasks (enterprise_id, plan_id, standard_id, name, kind, department, assignee, assignee_id, opens_on, due_on, closes_on)
    SELECT p.enterprise_id, p.id, p.standard_id, p.name, p.kind, p.department, p.assignee, p.assignee_id, w."opensOn", w."dueOn", w."closesOn"
    FROM json_to_recordset(${JSON.stringify(windows)}::json) AS w ("enterpriseId" uuid, "planId" uuid, "opensOn" date, "dueOn" date, "closesOn" date)
    JOIN inspection_plans p ON p.enterprise_id = w."enterpriseId" AND p.id = w."planId"
    ORDER BY p.enterprise_id, p.id, w."opensOn"
    ON CONFLICT (enterprise_id, plan_id, opens_on) DO NOTHING
    RETURNING id, enterprise_id AS "enterpriseId", name, assignee_id AS "assigneeId", due_on::text AS "dueOn", closes_on::text AS "closesOn"
  `,
  )
  await tellOfTasks(tx, made, at)
  return made.length
}

/** The plans of one enterprise. */
export const plansOf = (enterpriseId: string): SQL => sql`p.enterprise_id = ${enterpriseId}`

/** Makes the tasks of the whole district, office by office: each in the scope that may write for it. */
async function makeAllTasks(database: Database, at: Date): Promise<void> {
  const offices = await database.reading({ audience: 'wide' }, (tx) =>
    queryRows(tx, Id, sql`SELECT id FROM offices ORDER BY code`),
  )
  for (const { id } of offices) {
    await database.scoped({ audience: 'wide', officeId: id }, async (tx) => {
      await tx.execute(
        sql`SELECT set_config('app.actor_name', '系统', true), set_config('app.actor_role', 'system', true)`,
      )
      await makeTasks(tx, sql`p.office_id = ${id}`, at)
    })
  }
}

/** Sees to it that the tasks of the day are there. */
export interface TaskMaker {
  /** Makes them if this process has not yet done so today. Never fails: what could not be made is logged and tried again. */
  seeTo(): Promise<void>
}

/** One for each process is enough; more do no harm. */
export function createTaskMaker({
  database,
  now,
  log,
}: {
  database: Database
  now: () => Date
  log: (what: string, error: Error) => void
}): TaskMaker {
  let madeOn = ''
  let making: Promise<void> | undefined
  async function make(at: Date): Promise<void> {
    try {
      await makeAllTasks(database, at)
      madeOn = todayInChina(at)
    } catch (error) {
      log('inspection tasks', error instanceof Error ? error : new Error(String(error)))
    }
  }
  return {
    async seeTo() {
      const at = now()
      if (madeOn === todayInChina(at)) return
      making ??= make(at).finally(() => {
        making = undefined
      })
      await making
    },
  }
}
