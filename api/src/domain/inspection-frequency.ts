import { dayAfter, dayNumber, firstDayOf, monthNumber, monthOfNumber } from './calendar.ts'
import { codesOf, type Dictionary } from './dictionary.ts'

/** 排查频次: one task in each calendar period. */
export const INSPECTION_FREQUENCIES = {
  once: { zh: '一次', en: 'Once' },
  daily: { zh: '每日', en: 'Every day' },
  weekly: { zh: '每周', en: 'Every week' },
  monthly: { zh: '每月', en: 'Every month' },
  quarterly: { zh: '每季度', en: 'Every quarter' },
  'half-yearly': { zh: '每半年', en: 'Every half-year' },
  yearly: { zh: '每年', en: 'Every year' },
} as const satisfies Dictionary

export type InspectionFrequency = keyof typeof INSPECTION_FREQUENCIES
export const INSPECTION_FREQUENCY_CODES = codesOf(INSPECTION_FREQUENCIES)

/** How often and in which days; all days are `YYYY-MM-DD` in China. */
export interface Schedule {
  readonly frequency: InspectionFrequency
  readonly from: string
  /** Last day; null without end. A single inspection (`once`) has one. */
  readonly to: string | null
  /** Nothing that was due before this day is asked for: the plan was made, resumed or changed then. */
  readonly since: string
}

/** When one task may be done. */
export interface TaskWindow {
  /** First day: names the task among those of its plan. */
  readonly opensOn: string
  /** Last day in time. */
  readonly dueOn: string
  /** Last day it can still be done, late: the end of the following period. Null: until it is done. */
  readonly closesOn: string | null
}

const MONTHS = { monthly: 1, quarterly: 3, 'half-yearly': 6, yearly: 12 } as const
/** Monday, 5 January 1970: weeks begin on Mondays. */
const A_MONDAY = 4

/** First day of the calendar period around a day. */
function periodStart(frequency: Exclude<InspectionFrequency, 'once'>, day: string): string {
  if (frequency === 'daily') return day
  if (frequency === 'weekly') return dayAfter(day, -((((dayNumber(day) - A_MONDAY) % 7) + 7) % 7))
  const month = monthNumber(day)
  return firstDayOf(monthOfNumber(month - (month % MONTHS[frequency])))
}

/** First day of the period after the one that begins on `start`. */
function nextStart(frequency: Exclude<InspectionFrequency, 'once'>, start: string): string {
  if (frequency === 'daily') return dayAfter(start)
  if (frequency === 'weekly') return dayAfter(start, 7)
  return firstDayOf(monthOfNumber(monthNumber(start) + MONTHS[frequency]))
}

const earlier = (a: string, b: string): string => (a < b ? a : b)
const later = (a: string, b: string): string => (a > b ? a : b)

/**
 * The tasks a plan has brought until today, oldest first: one in each calendar period that has begun, cut to
 * the plan's own days. The same day always gives the same windows; a later day only adds some.
 * @param after only those that open after this day; what is already known need not be told again
 * @param atMost the newest so many, so that a plan long asleep does not flood anybody
 */
export function windowsUntil(
  { frequency, from, to, since }: Schedule,
  today: string,
  after: string | null = null,
  atMost = 400,
): TaskWindow[] {
  if (today < from) return []
  if (frequency === 'once') {
    const dueOn = to ?? from
    return (after !== null && after >= from) || dueOn < since
      ? []
      : [{ opensOn: from, dueOn, closesOn: null }]
  }
  const last = to === null ? today : earlier(to, today)
  const windows: TaskWindow[] = []
  // What opened before is skipped by beginning with the period of the latest of these days.
  let start = periodStart(frequency, later(later(from, since), after ?? from))
  const end = dayNumber(last)
  while (dayNumber(start) <= end) {
    const next = nextStart(frequency, start)
    const opensOn = later(start, from)
    const lastDay = dayAfter(next, -1)
    const dueOn = to === null ? lastDay : earlier(lastDay, to)
    if ((after === null || opensOn > after) && dueOn >= since) {
      windows.push({ opensOn, dueOn, closesOn: dayAfter(nextStart(frequency, next), -1) })
    }
    start = next
  }
  return windows.slice(-atMost)
}

/** The next day a plan brings a task after today; null when there is none. */
export function nextOpening(
  { frequency, from, to }: Pick<Schedule, 'frequency' | 'from' | 'to'>,
  today: string,
): string | null {
  if (today < from) return from
  if (frequency === 'once') return null
  const next = nextStart(frequency, periodStart(frequency, today))
  return to !== null && next > to ? null : next
}
