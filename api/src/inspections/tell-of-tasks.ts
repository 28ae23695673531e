import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { sendMessages } from '../db/messages.ts'
import { todayInChina } from '../domain/overdue.ts'

/** A task that a plan has brought. */
export const MadeTask = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  name: z.string(),
  assigneeId: z.uuid().nullable(),
  dueOn: z.iso.date(),
  closesOn: z.iso.date().nullable(),
})
type MadeTask = z.output<typeof MadeTask>

/**
 * Tells whoever is to do new tasks: the assignee where the plan names an account, else everybody of the enterprise,
 * in one message each. A task whose last day has passed already is no longer to be done.
 */
export async function tellOfTasks(tx: Tx, made: readonly MadeTask[], at: Date): Promise<void> {
  const today = todayInChina(at)
  const open = made.filter(({ closesOn }) => closesOn === null || closesOn >= today)
  const tasksOf = new Map<string, MadeTask[]>()
  for (const task of open) {
    const whose = `${task.enterpriseId} ${task.assigneeId ?? ''}`
    tasksOf.set(whose, [...(tasksOf.get(whose) ?? []), task])
  }
  for (const tasks of tasksOf.values()) {
    const [first] = tasks.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))
    if (first === undefined) continue
    const { enterpriseId, id, name, dueOn, assigneeId } = first
    await sendMessages(
      tx,
      {
        enterpriseId,
        subject: 'inspection-task',
        subjectId: id,
        at,
        params: {
          description: tasks.length === 1 ? name : `${name}等${tasks.length}项排查`,
          count: tasks.length,
          deadline: dueOn,
        },
      },
      [
        assigneeId === null
          ? { recipient: 'enterprise', kind: 'inspection-due' }
          : { recipient: 'user', userId: assigneeId, kind: 'inspection-due' },
      ],
    )
  }
}
