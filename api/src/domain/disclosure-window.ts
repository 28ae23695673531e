import { codesOf, type Dictionary } from './dictionary.ts'

/** How the monthly follow-up (续报) of the roster stands. It is due in the middle ten days of a month, 中旬. */
export const WINDOW_STATES = {
  before: { zh: '未到续报期', en: 'Not open yet' },
  open: { zh: '续报期内', en: 'Open' },
  remind: { zh: '续报期过半，请尽快公布', en: 'Half over: publish soon' },
  late: { zh: '超期未续报', en: 'Overdue' },
  done: { zh: '本月已公布', en: 'Published this month' },
} as const satisfies Dictionary

export type WindowState = keyof typeof WINDOW_STATES
export const WINDOW_STATE_CODES = codesOf(WINDOW_STATES)

/** Days of the month: the window opens, half of it is over, it has been missed. */
export const WINDOW_DAYS = { open: 11, remind: 15, late: 21 } as const

/** Whether a day of the month lies in the window, its first and last day included. */
export function isWindowDay(day: number): boolean {
  return day >= WINDOW_DAYS.open && day < WINDOW_DAYS.late
}

/** Whether publishing on a day, `YYYY-MM-DD` in China, is outside the window and needs a reason. */
export function isOutsideWindow(today: string): boolean {
  return !isWindowDay(Number(today.slice(8, 10)))
}

/**
 * How the window of the month stands.
 * @param today `YYYY-MM-DD` in China
 * @param publishedThisMonth whether a regular batch of this month is out
 */
export function windowState(today: string, publishedThisMonth: boolean): WindowState {
  if (publishedThisMonth) return 'done'
  const day = Number(today.slice(8, 10))
  if (day >= WINDOW_DAYS.late) return 'late'
  if (day >= WINDOW_DAYS.remind) return 'remind'
  return day >= WINDOW_DAYS.open ? 'open' : 'before'
}
