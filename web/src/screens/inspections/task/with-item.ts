import type { ChecklistItem, Task } from '../queries.ts'

/** The task with one item of its checklist as it stands now, and its counts in step. */
export function withItem(task: Task, item: ChecklistItem): Task {
  const checklist = task.checklist.map((one) => (one.id === item.id ? item : one))
  const failed = checklist.filter(({ finding }) => finding?.result === 'fail')
  return {
    ...task,
    checklist,
    checkedCount: checklist.filter(({ finding }) => finding !== null).length,
    failedCount: failed.length,
    hazardCount: failed.filter(({ finding }) => finding?.hazard != null).length,
    status: task.status === 'due' ? 'in-progress' : task.status,
  }
}

/** What is left to do before a task can be submitted: the same rule as the server's. */
export function unfinished({ checklist }: Pick<Task, 'checklist'>): ChecklistItem[] {
  return checklist.filter(
    ({ finding }) => finding === null || (finding.result === 'fail' && finding.hazard === null),
  )
}
