/**
 * The recorded past. A day is shown as it stood at its end, in China; today as it stands now. A row of the past holds
 * on the days `from <= day < to`, counted since 1970-01-01.
 */

/** How many days before today can be shown: twelve months and a day. */
export const HISTORY_DAYS = 366

/** `to` of what stands still: the largest Int32. */
export const STANDS = 2_147_483_647

const MS_PER_DAY = 86_400_000

/** `YYYY-MM-DD` as days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(day) / MS_PER_DAY)
}

/** Days since 1970-01-01 as `YYYY-MM-DD`. */
export function dayOfNumber(days: number): string {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The first day that can be shown. */
export function historyBegins(today: string): string {
  return dayOfNumber(dayNumber(today) - HISTORY_DAYS)
}

/** Monday of the week of a day. */
export function weekOf(day: string): string {
  const days = dayNumber(day)
  // 1970-01-01 was a Thursday.
  return dayOfNumber(days - ((days + 3) % 7))
}

/** How many weeks the command screen shows, the one of the day included. */
export const HISTORY_WEEKS = 52
