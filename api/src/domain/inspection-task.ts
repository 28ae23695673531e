import { codesOf, type Dictionary } from './dictionary.ts'
import { daysBetween } from './overdue.ts'

/** 排查任务状态. All but the act of finishing is derived from days, and never stored. */
export const INSPECTION_TASK_STATUSES = {
  due: { zh: '待排查', en: 'To do' },
  'in-progress': { zh: '排查中', en: 'In progress' },
  overdue: { zh: '已超期', en: 'Overdue' },
  done: { zh: '已完成', en: 'Done' },
  missed: { zh: '未开展', en: 'Missed' },
} as const satisfies Dictionary

export type InspectionTaskStatus = keyof typeof INSPECTION_TASK_STATUSES
export const INSPECTION_TASK_STATUS_CODES = codesOf(INSPECTION_TASK_STATUSES)

/** Tasks somebody still has to do. */
export const OPEN_TASK_STATUSES = [
  'due',
  'in-progress',
  'overdue',
] as const satisfies readonly InspectionTaskStatus[]

/** What decides a task's status; days are `YYYY-MM-DD` in China. */
export interface TaskDays {
  readonly dueOn: string
  readonly closesOn: string | null
  /** Day of submission; null while it is not submitted. */
  readonly completedOn: string | null
  /** Whether anything was recorded yet. */
  readonly started: boolean
}

/** Status of a task today. The SQL of the same rule is in inspections/task-status.ts; a test holds them together. */
export function taskStatus(
  { dueOn, closesOn, completedOn, started }: TaskDays,
  today: string,
): InspectionTaskStatus {
  if (completedOn !== null) return 'done'
  if (closesOn !== null && closesOn < today) return 'missed'
  if (dueOn < today) return 'overdue'
  return started ? 'in-progress' : 'due'
}

/** Days past the last day in time: of the submission if there is one, of today otherwise. 0 when in time. */
export function taskDaysLate(
  { dueOn, completedOn }: Pick<TaskDays, 'dueOn' | 'completedOn'>,
  today: string,
): number {
  return Math.max(0, daysBetween(dueOn, completedOn ?? today))
}
