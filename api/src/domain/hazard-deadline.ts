import type { HazardGrade } from './hazard.ts'
import { todayInChina } from './overdue.ts'

const MS_PER_DAY = 86_400_000

/** 整改期限 in days where a notice names no deadline. Our own default: what law or a plan sets comes first. */
export const DEFAULT_DEADLINE_DAYS = { general: 15, major: 30 } as const satisfies Record<
  HazardGrade,
  number
>

/** The deadline of a notice issued at a moment that names none, `YYYY-MM-DD`. Not yet graded counts as general. */
export function defaultDeadline(grade: HazardGrade | null, at: Date): string {
  return todayInChina(
    new Date(at.getTime() + DEFAULT_DEADLINE_DAYS[grade ?? 'general'] * MS_PER_DAY),
  )
}
