import { firstDayOf, lastDayOf, monthNumber, monthOfNumber } from './calendar.ts'

/**
 * 统计期: the calendar month by which coverage of patrols and overdue rates are told, on the command screen and at
 * every desk. What falls due on its last day counts from its first.
 */
export interface FiguresPeriod {
  readonly from: string
  readonly to: string
}

/** 上旬, the first ten days: little has fallen due yet, and the month before is what is reported. */
const LAST_DAY_OF_OPENING = 10

/** The month that figures are told of on a day: the running one, in its first ten days the one before. */
export function figuresMonth(today: string): string {
  const begun = Number(today.slice(8, 10)) > LAST_DAY_OF_OPENING
  return monthOfNumber(monthNumber(today) - (begun ? 0 : 1))
}

/** The whole month that figures are told of on a day. */
export function figuresPeriod(today: string): FiguresPeriod {
  const month = figuresMonth(today)
  return { from: firstDayOf(month), to: lastDayOf(month) }
}

/**
 * The period that is counted where somebody named its first day, its last, both or none: what is missing completes
 * the month of what is there.
 */
export function periodAsked(
  from: string | undefined,
  to: string | undefined,
  today: string,
): FiguresPeriod {
  const usual = figuresPeriod(today)
  const month = (from ?? to ?? usual.from).slice(0, 7)
  return { from: from ?? firstDayOf(month), to: to ?? lastDayOf(month) }
}
