import {
  dayAfter,
  dayNumber,
  dayOfNumber,
  firstDayOf,
  monthNumber,
  monthOfNumber,
} from './calendar.ts'
import {
  PATROL_LEVELS,
  patrolProfileOn,
  rateOf,
  type PatrolLevel,
  type PatrolRate,
} from './patrol-profile.ts'

/** A stretch of the calendar that asks for one visit to an object of a level; days are `YYYY-MM-DD` in China. */
export interface PatrolWindow {
  readonly level: PatrolLevel
  readonly opensOn: string
  /** An object that reached the level later is not asked for in this window, but in the next. */
  readonly middle: string
  /** Last day in time. */
  readonly dueOn: string
}

/** The window of a rate around a day. Windows of a rate follow each other without a gap. */
export function windowAround(
  level: PatrolLevel,
  { times, months }: PatrolRate,
  day: string,
): PatrolWindow {
  const month = monthNumber(day) - (monthNumber(day) % months)
  const first = firstDayOf(monthOfNumber(month))
  const next = firstDayOf(monthOfNumber(month + months))
  const second = `${first.slice(0, 8)}16`
  const [opensOn, after] =
    times === 1 ? [first, next] : day < second ? [first, second] : [second, next]
  return {
    level,
    opensOn,
    middle: dayOfNumber(Math.floor((dayNumber(opensOn) + dayNumber(after)) / 2)),
    dueOn: dayAfter(after, -1),
  }
}

/** The windows of every level whose last day lies in a period, by the profile that holds on that day. */
export function windowsDue(from: string, to: string): PatrolWindow[] {
  return PATROL_LEVELS.flatMap((level) => {
    const windows: PatrolWindow[] = []
    const last = dayNumber(to)
    for (let at = dayNumber(from); at <= last;) {
      const day = dayOfNumber(at)
      const window = windowAround(level, rateOf(patrolProfileOn(day), level), day)
      if (window.dueOn <= to) windows.push(window)
      // A window ends on the day it is sought by or later, so that every turn gets further.
      at = dayNumber(window.dueOn) + 1
    }
    return windows
  })
}

/** For one level on one day: the window around it, the one before and the one after. */
export interface PatrolCalendar {
  readonly level: PatrolLevel
  readonly before: PatrolWindow
  readonly now: PatrolWindow
  readonly next: PatrolWindow
}

export function patrolCalendar(level: PatrolLevel, today: string): PatrolCalendar {
  const rate = rateOf(patrolProfileOn(today), level)
  const now = windowAround(level, rate, today)
  return {
    level,
    now,
    before: windowAround(level, rate, dayAfter(now.opensOn, -1)),
    next: windowAround(level, rate, dayAfter(now.dueOn)),
  }
}
