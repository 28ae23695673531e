import { OPEN_HAZARD_STATUSES, type HazardStatus } from './hazard.ts'

const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 24 * MS_PER_HOUR
/** Asia/Shanghai has had no daylight saving since 1992: a fixed offset is exact. */
const CHINA_OFFSET = 8 * MS_PER_HOUR

/** What decides whether a hazard is overdue; `deadline` is `YYYY-MM-DD`, the last day in time. */
export interface Due {
  readonly status: HazardStatus
  readonly deadline: string | null
}

/** The calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export function todayInChina(now: Date): string {
  return new Date(now.getTime() + CHINA_OFFSET).toISOString().slice(0, 10)
}

/** Whole days from one `YYYY-MM-DD` to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY)
}

/** 超期: still open although the deadline is before today (`YYYY-MM-DD`). Derived, never stored as a state. */
export function isOverdue({ status, deadline }: Due, today: string): boolean {
  return (
    deadline !== null && deadline < today && OPEN_HAZARD_STATUSES.some((open) => open === status)
  )
}

/** Days past the deadline; 0 unless overdue. */
export function overdueDays(due: Due, today: string): number {
  return due.deadline !== null && isOverdue(due, today) ? daysBetween(due.deadline, today) : 0
}
