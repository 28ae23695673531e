import { WINDOW_DAYS, type WindowState } from '@onemap/api/domain/disclosure-window'

/** Last day on which the follow-up is in time. */
const LAST_DAY = WINDOW_DAYS.late - 1

/**
 * Days until the window opens, that are left in it with today, or by which it was missed; 0 once published.
 * @param today `YYYY-MM-DD` in China
 */
export function windowDays(state: WindowState, today: string): number {
  const day = Number(today.slice(8, 10))
  switch (state) {
    case 'before':
      return WINDOW_DAYS.open - day
    case 'open':
    case 'remind':
      return WINDOW_DAYS.late - day
    case 'late':
      return day - LAST_DAY
    case 'done':
      return 0
  }
}

/** Days of the month that `today` is in. */
export function daysOfMonth(today: string): number {
  const [year = 0, month = 1] = today.split('-').map(Number)
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}
