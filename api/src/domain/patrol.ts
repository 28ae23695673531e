import { dayAfter } from './calendar.ts'
import { codesOf, type Dictionary } from './dictionary.ts'
import type { PatrolLevel } from './patrol-profile.ts'
import { patrolCalendar, windowsDue, type PatrolWindow } from './patrol-windows.ts'

/** 巡查计划 of one object: since when it is there, and what level it had until when. Days are `YYYY-MM-DD` in China. */
export interface PatrolObject {
  /** The day it was entered. */
  readonly since: string
  readonly level: PatrolLevel
  /** Earlier levels with their last day, oldest first. */
  readonly past: readonly { readonly level: PatrolLevel; readonly untilOn: string }[]
}

/** A stretch of days on which an object's level stayed the same; the last one has no end. */
interface Stretch {
  readonly level: PatrolLevel
  readonly from: string
  readonly to: string | null
}

function stretchesOf({ since, level, past }: PatrolObject): Stretch[] {
  const ends = past.map(({ untilOn }) => untilOn)
  return [
    ...past.map((stretch) => ({ level: stretch.level, to: stretch.untilOn })),
    { level, to: null },
  ].map((stretch, index) => ({
    ...stretch,
    from: index === 0 ? since : dayAfter(ends[index - 1] ?? since),
  }))
}

/**
 * Whether a window asks for a visit: the object has, on the window's last day — today while it runs — the window's
 * level, and has had it since the window's middle. So nobody is late for a level that was raised yesterday.
 */
function asksFor(
  { level, middle, dueOn }: PatrolWindow,
  stretches: readonly Stretch[],
  today: string,
): boolean {
  const end = dueOn < today ? dueOn : today
  return stretches.some(
    (stretch) =>
      stretch.level === level &&
      stretch.from <= middle &&
      stretch.from <= end &&
      (stretch.to === null || stretch.to >= end),
  )
}

/** The visits an object is due within a period, by their last day; the same rule in SQL is in db/patrol-due.ts. */
export function dueVisits(
  object: PatrolObject,
  from: string,
  to: string,
  today: string,
): PatrolWindow[] {
  const stretches = stretchesOf(object)
  return windowsDue(from, to)
    .filter((window) => window.opensOn <= today && asksFor(window, stretches, today))
    .toSorted((one, other) => (one.dueOn < other.dueOn ? -1 : 1))
}

/** 巡查状态 of an object today. Derived, never stored. */
export const PATROL_STATES = {
  overdue: { zh: '已超期', en: 'Overdue' },
  due: { zh: '待巡查', en: 'Due' },
  done: { zh: '本期已巡查', en: 'Visited' },
  later: { zh: '下期起巡查', en: 'From the next period' },
} as const satisfies Dictionary

export type PatrolState = keyof typeof PATROL_STATES
export const PATROL_STATE_CODES = codesOf(PATROL_STATES)

export interface PatrolStanding {
  readonly state: PatrolState
  /** The last day in time that matters now: the one missed, the one that runs, or, when visited, the next. */
  readonly dueOn: string
}

/**
 * How an object stands today. Overdue: the window before asked for a visit, it went by without one, and nobody was
 * there since; one visit puts that right.
 * @param visited days of the visits that count
 */
export function patrolStanding(
  object: PatrolObject,
  visited: readonly string[],
  today: string,
): PatrolStanding {
  const { before, now, next } = patrolCalendar(object.level, today)
  const last = visited.reduce<string | null>(
    (latest, day) => (latest === null || day > latest ? day : latest),
    null,
  )
  const current = stretchesOf(object).at(-1)?.from ?? object.since
  if (last !== null && last >= now.opensOn) return { state: 'done', dueOn: next.dueOn }
  if (current <= before.middle && (last === null || last < before.opensOn))
    return { state: 'overdue', dueOn: before.dueOn }
  return current <= now.middle && current <= today
    ? { state: 'due', dueOn: now.dueOn }
    : { state: 'later', dueOn: next.dueOn }
}
