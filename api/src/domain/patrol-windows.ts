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

const MS_PER_DAY = 86_400_000
const dayNumber = (day: string): number => Math.round(Date.parse(day) / MS_PER_DAY)
const dayOf = (number: number): string => new Date(number * MS_PER_DAY).toISOString().slice(0, 10)
/** First day of a month counted from the year 0; also across years. */
const monthStart = (month: number): string =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).toISOString().slice(0, 10)
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

/** The day so many days later. */
export function dayAfter(day: string, days = 1): string {
  return dayOf(dayNumber(day) + days)
}

/** The window of a rate around a day. Windows of a rate follow each other without a gap. */
export function windowAround(
  level: PatrolLevel,
  { times, months }: PatrolRate,
  day: string,
): PatrolWindow {
  const month = monthOf(day) - (monthOf(day) % months)
  const [first, next] = [monthStart(month), monthStart(month + months)]
  const second = `${first.slice(0, 8)}16`
  const [opensOn, after] =
    times === 1 ? [first, next] : day < second ? [first, second] : [second, next]
  return {
    level,
    opensOn,
    middle: dayOf(Math.floor((dayNumber(opensOn) + dayNumber(after)) / 2)),
    dueOn: dayAfter(after, -1),
  }
}

/** The windows of every level whose last day lies in a period, by the profile that holds on that day. */
export function windowsDue(from: string, to: string): PatrolWindow[] {
  return PATROL_LEVELS.flatMap((level) => {
    const windows: PatrolWindow[] = []
    for (let day = from; day <= to;) {
      const window = windowAround(level, rateOf(patrolProfileOn(day), level), day)
      if (window.dueOn <= to) windows.push(window)
      day = dayAfter(window.dueOn)
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
