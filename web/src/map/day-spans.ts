import type { DaySpans } from './columns.ts'

/** Whether a row stood so at the end of a day. */
export function holdsDay(days: DaySpans, row: number, day: number): boolean {
  return (days[row * 2] ?? 0) <= day && day < (days[row * 2 + 1] ?? 0)
}
