/**
 * Days are `YYYY-MM-DD` and months `YYYY-MM`, both by the calendar in China; as text they sort in order only while a
 * year has four digits. Arithmetic on them therefore counts in whole numbers, so that a loop ends by construction.
 */

/** The days that people may name: before them there are no records, after them no deadlines. */
export const FIRST_DAY = '2000-01-01'
export const LAST_DAY = '2100-12-31'

const MS_PER_DAY = 86_400_000
const DAY = /^\d{4}-\d{2}-\d{2}$/
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/

/** `YYYY-MM-DD` as days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(day) / MS_PER_DAY)
}

/** Days since 1970-01-01 as `YYYY-MM-DD`. */
export function dayOfNumber(days: number): string {
  return new Date(days * MS_PER_DAY).toISOString().slice(0, 10)
}

/** The day so many days later; earlier where `days` is negative. */
export function dayAfter(day: string, days = 1): string {
  return dayOfNumber(dayNumber(day) + days)
}

/** `YYYY-MM`, or the month of a day, as months since the year 0. */
export function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

/** Months since the year 0 as `YYYY-MM`. */
export function monthOfNumber(months: number): string {
  return new Date(Date.UTC(Math.floor(months / 12), months % 12, 1)).toISOString().slice(0, 7)
}

/** The earlier of two days or two months. */
export function earlier(one: string, other: string): string {
  return one < other ? one : other
}

/** First day of a month. */
export function firstDayOf(month: string): string {
  return `${month}-01`
}

/** Last day of a month. */
export function lastDayOf(month: string): string {
  return dayAfter(firstDayOf(monthOfNumber(monthNumber(month) + 1)), -1)
}

/** The months that the days from one to another touch, in order. */
export function monthsOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const first = monthNumber(from)
  return Array.from({ length: Math.max(0, monthNumber(to) - first + 1) }, (_, index) =>
    monthOfNumber(first + index),
  )
}

/** Whether a text is a day that the calendar has, among those people may name. */
export function isDay(text: string, first = FIRST_DAY, last = LAST_DAY): boolean {
  if (!DAY.test(text) || text < first || text > last) return false
  const days = dayNumber(text)
  // 30 February is read as a day of March: it does not come back as it was written.
  return Number.isFinite(days) && dayOfNumber(days) === text
}

/** Whether a text is a month among those people may name. */
export function isMonth(text: string): boolean {
  return MONTH.test(text) && text >= FIRST_DAY.slice(0, 7) && text <= LAST_DAY.slice(0, 7)
}
