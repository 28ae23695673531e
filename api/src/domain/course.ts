import { earlier, firstDayOf, lastDayOf, monthNumber, monthOfNumber } from './calendar.ts'

/** A year and its first month again, each beside the same month of the year before. */
export const SHOWN_MONTHS = 13
export const COURSE_MONTHS = SHOWN_MONTHS + 12

/** A figure of one month; null where the month has none. */
export interface MonthFigure {
  readonly month: string
  readonly value: number | null
}

/** A month beside the one before (环比) and the same one of the year before (同比). */
export interface Comparison {
  readonly month: string
  readonly value: number | null
  readonly monthOnMonth: number | null
  readonly yearOnYear: number | null
}

/** First and last day of the months up to the one that a day or month lies in, today at the latest. */
export function courseUntil(
  last: string,
  months: number,
  today: string,
): { readonly from: string; readonly to: string } {
  const month = earlier(last.slice(0, 7), today.slice(0, 7))
  return {
    from: firstDayOf(monthOfNumber(monthNumber(month) - months + 1)),
    to: earlier(lastDayOf(month), today),
  }
}

/** The last month of a course that is over: a running one compares with nothing. */
export function lastWholeMonth(months: readonly string[], today: string): string | null {
  return months.findLast((month) => lastDayOf(month) < today) ?? null
}

/** A month's figure and by how much it differs from what it is told beside. */
export function compare(figures: readonly MonthFigure[], month: string): Comparison {
  const valueOf = (monthsAgo: number): number | null => {
    const name = monthOfNumber(monthNumber(month) - monthsAgo)
    return figures.find((figure) => figure.month === name)?.value ?? null
  }
  const value = valueOf(0)
  const from = (before: number | null): number | null =>
    value === null || before === null ? null : value - before
  return { month, value, monthOnMonth: from(valueOf(1)), yearOnYear: from(valueOf(12)) }
}

/** Months before the first record have no figures: nothing was counted then, which is not the same as none. */
export function sinceFirst<Month>(
  months: readonly Month[],
  isRecorded: (month: Month) => boolean,
): readonly (Month | null)[] {
  const first = months.findIndex(isRecorded)
  return months.map((month, index) => (first >= 0 && index >= first ? month : null))
}
