import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { evidenceOf } from '../db/evidence.ts'
import { queryRow } from '../db/rows.ts'
import type { Scope } from '../db/scope.ts'
import { FINDING_RESULTS } from '../domain/inspection-kind.ts'
import { IncompleteInspectionError, submissionProblems } from '../domain/inspection-submission.ts'
import { taskStatus } from '../domain/inspection-task.ts'
import { todayInChina } from '../domain/overdue.ts'
import { NotFoundError } from '../http/errors.ts'
import { InspectionConflictError, InspectionFieldError } from './refusals.ts'
import type { ChecklistItem, FindingInput, Task } from './schema.ts'
import { findChecklistItem, findTask } from './task-queries.ts'

/** Who records, and when. */
interface Acting {
  readonly scope: Scope
  readonly now: Date
}

const Locked = z.object({
  dueOn: z.string(),
  closesOn: z.string().nullable(),
  completed: z.boolean(),
})
const Revision = z.object({ revision: z.int() })

/** Locks a task for whoever works on it: nothing is recorded while it is being submitted. */
async function lockTask(
  tx: Tx,
  enterpriseId: string,
  id: string,
  today: string,
): Promise<'open' | 'done' | 'missed'> {
  const task = await queryRow(
    tx,
    Locked,
    sql`
    SELECT due_on::text AS "dueOn", closes_on::text AS "closesOn", completed_at IS NOT NULL AS completed
    FROM inspection_tasks WHERE enterprise_id = ${enterpriseId} AND id = ${id} FOR UPDATE`,
  )
  if (task === undefined) throw new NotFoundError('inspection-task')
  const status = taskStatus(
    { ...task, completedOn: task.completed ? today : null, started: true },
    today,
  )
  return status === 'done' || status === 'missed' ? status : 'open'
}

async function lockOpenTask(
  tx: Tx,
  enterpriseId: string,
  id: string,
  today: string,
): Promise<void> {
  const standing = await lockTask(tx, enterpriseId, id, today)
  if (standing !== 'open')
    throw new InspectionConflictError(
      standing === 'done' ? 'inspection-submitted' : 'inspection-closed',
    )
}

async function itemOf(
  tx: Tx,
  enterpriseId: string,
  taskId: string,
  itemId: string,
): Promise<z.output<typeof ChecklistItem>> {
  const item = await findChecklistItem(tx, enterpriseId, taskId, itemId)
  if (item === undefined) throw new NotFoundError('check-item')
  return item
}

/**
 * Records what was found at an item. The same again changes nothing; something else than what stands needs the
 * revision that stands.
 * @throws NotFoundError, InspectionConflictError, InspectionFieldError
 */
export async function recordFinding(
  tx: Tx,
  { scope, now }: Acting,
  enterpriseId: string,
  taskId: string,
  itemId: string,
  input: z.output<typeof FindingInput>,
): Promise<z.output<typeof ChecklistItem>> {
  await lockOpenTask(tx, enterpriseId, taskId, todayInChina(now))
  const { finding } = await itemOf(tx, enterpriseId, taskId, itemId)
  const note = input.note ?? ''
  const evidence = [...new Set(input.evidence)]
  if (finding !== null) {
    const same =
      finding.result === input.result &&
      finding.note === note &&
      finding.evidence
        .map(({ id }) => id)
        .sort()
        .join() === [...evidence].sort().join()
    if (same) return itemOf(tx, enterpriseId, taskId, itemId)
    if (finding.revision !== input.revision)
      throw new InspectionConflictError('inspection-changed', [standing(finding)])
    if (finding.hazard !== null && input.result !== 'fail')
      throw new InspectionConflictError('inspection-hazard-stands')
  }
  if ((await evidenceOf(tx, enterpriseId, evidence)).length !== evidence.length) {
    throw new InspectionFieldError('evidence', {
      zh: '有材料没有上传成功，请重新上传',
      en: 'Some of the evidence is not there: upload it again',
    })
  }
  const actor = scope.actor
  const written = await queryRow(
    tx,
    Revision,
    sql`
    INSERT INTO inspection_findings AS f (enterprise_id, task_id, check_item_id, result, note, recorded_by, recorded_by_name, found_at)
    VALUES (${enterpriseId}, ${taskId}, ${itemId}, ${input.result}, ${note}, ${actor?.id ?? null}, ${actor?.name ?? ''}, ${now.toISOString()})
    ON CONFLICT (enterprise_id, task_id, check_item_id) DO UPDATE
    SET result = excluded.result, note = excluded.note, revision = f.revision + 1,
        recorded_by = excluded.recorded_by, recorded_by_name = excluded.recorded_by_name, found_at = excluded.found_at
    WHERE f.revision = ${input.revision}
    RETURNING revision`,
  )
  if (written === undefined) throw new InspectionConflictError('inspection-changed')
  await tx.execute(
    sql`DELETE FROM inspection_finding_evidence WHERE enterprise_id = ${enterpriseId} AND task_id = ${taskId} AND check_item_id = ${itemId}`,
  )
  for (const id of evidence) {
    await tx.execute(sql`
      INSERT INTO inspection_finding_evidence (enterprise_id, task_id, check_item_id, evidence_id)
      VALUES (${enterpriseId}, ${taskId}, ${itemId}, ${id})`)
  }
  await tx.execute(sql`
    UPDATE inspection_tasks SET started_at = ${now.toISOString()}
    WHERE enterprise_id = ${enterpriseId} AND id = ${taskId} AND started_at IS NULL`)
  return itemOf(tx, enterpriseId, taskId, itemId)
}

function standing(finding: NonNullable<z.output<typeof ChecklistItem>['finding']>) {
  const { zh, en } = FINDING_RESULTS[finding.result]
  return {
    field: 'result',
    text: {
      zh: `现为“${zh}”，由${finding.recordedByName}记录`,
      en: `Now “${en}”, recorded by ${finding.recordedByName}`,
    },
  }
}

/**
 * Says that a failed item is a hazard that is known already, instead of reporting it anew.
 * @throws NotFoundError, InspectionConflictError
 */
export async function linkHazard(
  tx: Tx,
  { now }: Acting,
  enterpriseId: string,
  taskId: string,
  itemId: string,
  hazardId: string,
): Promise<z.output<typeof ChecklistItem>> {
  await lockOpenTask(tx, enterpriseId, taskId, todayInChina(now))
  const item = await itemOf(tx, enterpriseId, taskId, itemId)
  if (item.finding?.hazardId === hazardId && item.finding.hazard !== null) return item
  const hazard = await queryRow(
    tx,
    z.unknown(),
    sql`SELECT 1 FROM hazards WHERE enterprise_id = ${enterpriseId} AND id = ${hazardId}`,
  )
  if (hazard === undefined) throw new NotFoundError('hazard')
  if (item.finding === null || item.finding.result !== 'fail')
    throw new InspectionConflictError('inspection-changed')
  if (item.finding.hazard !== null) throw new InspectionConflictError('inspection-hazard-stands')
  await tx.execute(sql`
    UPDATE inspection_findings SET hazard_id = ${hazardId}, revision = revision + 1
    WHERE enterprise_id = ${enterpriseId} AND task_id = ${taskId} AND check_item_id = ${itemId}`)
  return itemOf(tx, enterpriseId, taskId, itemId)
}

/**
 * Submits a task: every item is checked, every failed one reported. Control measures that were looked at are
 * verified by it (有效) or found not to work (失效). Submitting again is the same submission.
 * @throws NotFoundError, InspectionConflictError, IncompleteInspectionError
 */
export async function submitTask(
  tx: Tx,
  { scope, now }: Acting,
  enterpriseId: string,
  id: string,
  summary: string,
): Promise<z.output<typeof Task>> {
  const today = todayInChina(now)
  const locked = await lockTask(tx, enterpriseId, id, today)
  if (locked === 'missed') throw new InspectionConflictError('inspection-closed')
  if (locked === 'open') {
    const { checklist } = await taskOf(tx, enterpriseId, id, today)
    const problems = submissionProblems(
      checklist.map((item) => ({
        id: item.id,
        result: item.finding?.result ?? null,
        hazardReported: item.finding?.hazard != null,
      })),
    )
    if (problems.length > 0) throw new IncompleteInspectionError(problems)
    await tx.execute(sql`
      UPDATE inspection_tasks
      SET completed_at = ${now.toISOString()}, completed_by = ${scope.actor?.id ?? null}, completed_by_name = ${scope.actor?.name ?? ''}, summary = ${summary},
          started_at = coalesce(started_at, ${now.toISOString()})
      WHERE enterprise_id = ${enterpriseId} AND id = ${id}`)
    await tx.execute(sql`
      UPDATE control_measures m
      SET status = CASE f.result WHEN 'ok' THEN 'effective' ELSE 'failed' END, verified_on = ${today}::date
      FROM inspection_findings f
      JOIN check_items i ON i.enterprise_id = f.enterprise_id AND i.id = f.check_item_id AND i.subject = 'measure'
      WHERE f.enterprise_id = ${enterpriseId} AND f.task_id = ${id} AND f.result IN ('ok', 'fail')
        AND m.enterprise_id = i.enterprise_id AND m.id = i.measure_id`)
  }
  return taskOf(tx, enterpriseId, id, today)
}

async function taskOf(
  tx: Tx,
  enterpriseId: string,
  id: string,
  today: string,
): Promise<z.output<typeof Task>> {
  const task = await findTask(tx, enterpriseId, id, today)
  if (task === undefined) throw new NotFoundError('inspection-task')
  return task
}
