import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { todayInChina } from '../domain/overdue.ts'
import { NotFoundError } from '../http/errors.ts'
import { findPlan } from './plan-queries.ts'
import { InspectionConflictError, InspectionFieldError } from './refusals.ts'
import type { NewPlan, Plan, PlanChange } from './schema.ts'
import { makeTasks, plansOf } from './task-maker.ts'

const Id = z.object({ id: z.uuid() })
const Archived = z.object({ archived: z.boolean() })

/**
 * Enters a plan, with the task of the period at hand. The same id again is the same plan.
 * @throws NotFoundError, InspectionConflictError, InspectionFieldError
 */
export async function createPlan(
  tx: Tx,
  enterpriseId: string,
  { id = randomUUID(), ...plan }: z.output<typeof NewPlan>,
  at: Date,
): Promise<z.output<typeof Plan>> {
  const today = todayInChina(at)
  const { standardId, name, kind, frequency, from, to = null } = plan
  requireSense({ frequency, from, to }, today)
  await requireStandard(tx, enterpriseId, standardId)
  await queryRow(
    tx,
    Id,
    sql`
    INSERT INTO inspection_plans (enterprise_id, id, standard_id, name, kind, frequency, from_on, to_on, active_since, department, assignee, assignee_id)
    VALUES (${enterpriseId}, ${id}, ${standardId}, ${name}, ${kind}, ${frequency}, ${from}, ${to}, ${today}, ${plan.department ?? ''}, ${plan.assignee ?? ''}, ${plan.assigneeId ?? null})
    ON CONFLICT DO NOTHING RETURNING id`,
  )
  await makeTasks(tx, plansOf(enterpriseId), at)
  return planOf(tx, enterpriseId, id, today)
}

/**
 * Changes what is given, if nobody else has changed it since. From then on the plan asks for no task that was due
 * before; tasks that nobody has begun are given to whoever the plan names now.
 * @throws NotFoundError, InspectionConflictError, InspectionFieldError
 */
export async function changePlan(
  tx: Tx,
  enterpriseId: string,
  id: string,
  { version, ...change }: z.output<typeof PlanChange>,
  at: Date,
): Promise<z.output<typeof Plan>> {
  const today = todayInChina(at)
  const before = await planOf(tx, enterpriseId, id, today)
  const after = {
    standardId: change.standardId ?? before.standardId,
    name: change.name ?? before.name,
    kind: change.kind ?? before.kind,
    frequency: change.frequency ?? before.frequency,
    from: change.from ?? before.from,
    to: change.to === undefined ? before.to : change.to,
    department: change.department ?? before.department,
    assignee: change.assignee ?? before.assignee,
    assigneeId: change.assigneeId === undefined ? before.assigneeId : change.assigneeId,
    paused: change.paused ?? before.paused,
  }
  if (change.frequency !== undefined || change.from !== undefined || change.to !== undefined)
    requireSense(after, today)
  if (change.standardId !== undefined && change.standardId !== before.standardId)
    await requireStandard(tx, enterpriseId, change.standardId)
  const changed = await queryRow(
    tx,
    Id,
    sql`
    UPDATE inspection_plans
    SET standard_id = ${after.standardId}, name = ${after.name}, kind = ${after.kind}, frequency = ${after.frequency}, from_on = ${after.from}, to_on = ${after.to},
        department = ${after.department}, assignee = ${after.assignee}, assignee_id = ${after.assigneeId}, paused = ${after.paused},
        active_since = ${today}, version = version + 1, updated_at = ${at.toISOString()}
    WHERE enterprise_id = ${enterpriseId} AND id = ${id} AND version = ${version}
    RETURNING id`,
  )
  if (changed === undefined) {
    throw new InspectionConflictError('inspection-changed', [
      {
        field: 'version',
        text: {
          zh: `“${before.name}”已有新的版本`,
          en: `There is a newer version of “${before.name}”`,
        },
      },
    ])
  }
  await tx.execute(sql`
    UPDATE inspection_tasks SET assignee = ${after.assignee}, assignee_id = ${after.assigneeId}
    WHERE enterprise_id = ${enterpriseId} AND plan_id = ${id} AND started_at IS NULL AND completed_at IS NULL AND due_on >= ${today}::date`)
  await makeTasks(tx, plansOf(enterpriseId), at)
  return planOf(tx, enterpriseId, id, today)
}

function requireSense(
  { frequency, from, to }: Pick<z.output<typeof Plan>, 'frequency' | 'from' | 'to'>,
  today: string,
): void {
  if (to === null && frequency === 'once')
    throw new InspectionFieldError('to', {
      zh: '一次性排查须写明截止日期',
      en: 'A single inspection needs a last day',
    })
  if (to !== null && to < from)
    throw new InspectionFieldError('to', {
      zh: '截止日期不能早于开始日期',
      en: 'The last day is before the first',
    })
  if (to !== null && to < today)
    throw new InspectionFieldError('to', { zh: '截止日期已过', en: 'The last day is over' })
}

async function requireStandard(tx: Tx, enterpriseId: string, id: string): Promise<void> {
  const standard = await queryRow(
    tx,
    Archived,
    sql`SELECT archived FROM inspection_standards WHERE enterprise_id = ${enterpriseId} AND id = ${id}`,
  )
  if (standard === undefined)
    throw new InspectionFieldError('standardId', {
      zh: '没有这份排查标准',
      en: 'There is no such standard',
    })
  if (standard.archived) throw new InspectionConflictError('inspection-standard-archived')
}

async function planOf(
  tx: Tx,
  enterpriseId: string,
  id: string,
  today: string,
): Promise<z.output<typeof Plan>> {
  const plan = await findPlan(tx, enterpriseId, id, today)
  if (plan === undefined) throw new NotFoundError('inspection-plan')
  return plan
}
