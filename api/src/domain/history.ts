import { dayAfter, dayNumber, dayOfNumber } from './calendar.ts'

/**
 * The recorded past. A day is shown as it stood at its end, in China; today as it stands now. A row of the past holds
 * on the days `from <= day < to`, counted since 1970-01-01.
 */

/** How many days before today can be shown: twelve months and a day. */
export const HISTORY_DAYS = 366

/** `to` of what stands still: the largest Int32. */
export const STANDS = 2_147_483_647

/** The first day that can be shown. */
export function historyBegins(today: string): string {
  return dayAfter(today, -HISTORY_DAYS)
}

/** Monday of the week of a day. */
export function weekOf(day: string): string {
  const days = dayNumber(day)
  // 1970-01-01 was a Thursday.
  return dayOfNumber(days - ((days + 3) % 7))
}

/** How many weeks the command screen shows, the one of the day included. */
export const HISTORY_WEEKS = 52
