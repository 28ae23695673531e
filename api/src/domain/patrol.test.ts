import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueVisits, patrolStanding, type PatrolObject } from './patrol.ts'
import { PATROL_LEVELS, patrolProfileOn, rateOf, type PatrolLevel } from './patrol-profile.ts'
import { dayAfter } from './calendar.ts'
import { patrolCalendar, windowAround, windowsDue } from './patrol-windows.ts'

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const level = fc.constantFrom<PatrolLevel>(...PATROL_LEVELS)
const object = fc
  .record({
    since: day,
    level,
    changes: fc.array(fc.record({ after: fc.integer({ min: 0, max: 300 }), level }), {
      maxLength: 4,
    }),
  })
  .map(({ since, level: now, changes }): PatrolObject => {
    let untilOn = dayAfter(since, -1)
    const past = changes.map((change) => ({
      level: change.level,
      untilOn: (untilOn = dayAfter(untilOn, change.after + 1)),
    }))
    return { since, level: now, past }
  })
const rateFor = (of: PatrolLevel, on: string) => rateOf(patrolProfileOn(on), of)

describe('the windows of a level', () => {
  it('follow each other through the year: 24 for red, 12 for orange, 4 for yellow, 2 for blue', () => {
    const windows = windowsDue('2026-01-01', '2026-12-31')
    expect(
      PATROL_LEVELS.map((of) => windows.filter((window) => window.level === of).length),
    ).toEqual([24, 12, 4, 2, 4])
    expect(
      windows
        .filter((window) => window.level === 1)
        .slice(0, 4)
        .map(({ opensOn, dueOn }) => [opensOn, dueOn]),
    ).toEqual([
      ['2026-01-01', '2026-01-15'],
      ['2026-01-16', '2026-01-31'],
      ['2026-02-01', '2026-02-15'],
      ['2026-02-16', '2026-02-28'],
    ])
  })

  it.each(['9999-12-31', '9999-01-01', '2100-12-31'])(
    'end, also when asked for from %s',
    (from) => {
      expect(windowsDue(from, from).every(({ dueOn }) => dueOn === from)).toBe(true)
    },
  )

  it('hold the day they were asked for, and leave no day out', () => {
    fc.assert(
      fc.property(day, level, (on, of) => {
        const window = windowAround(of, rateFor(of, on), on)
        expect(
          window.opensOn <= on &&
            on <= window.dueOn &&
            window.opensOn < window.middle &&
            window.middle <= window.dueOn,
        ).toBe(true)
        const { before, next } = patrolCalendar(of, on)
        expect([dayAfter(before.dueOn), dayAfter(window.dueOn)]).toEqual([
          window.opensOn,
          next.opensOn,
        ])
      }),
    )
  })

  it('of a period are those of its parts together', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 300 }),
        (from, first, second) => {
          const middle = dayAfter(from, first)
          const to = dayAfter(middle, second)
          const of = (windows: ReturnType<typeof windowsDue>) =>
            windows.map((window) => `${window.level} ${window.opensOn} ${window.dueOn}`).sort()
          expect(of([...windowsDue(from, middle), ...windowsDue(dayAfter(middle), to)])).toEqual(
            of(windowsDue(from, to)),
          )
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('what is due', () => {
  const today = '2026-11-24'
  const steady = (of: PatrolLevel): PatrolObject => ({ since: '2024-01-01', level: of, past: [] })

  it('is what the level asks for, by the last day in time', () => {
    expect(
      dueVisits(steady(1), '2026-11-01', '2026-11-30', today).map(({ dueOn }) => dueOn),
    ).toEqual(['2026-11-15', '2026-11-30'])
    expect(
      dueVisits(steady(3), '2026-01-01', '2026-12-31', today).map(({ dueOn }) => dueOn),
    ).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'])
    expect(
      dueVisits(steady(4), '2026-07-01', '2026-12-31', today).map(({ opensOn }) => opensOn),
    ).toEqual(['2026-07-01'])
  })

  it('follows a level that was raised or lowered, and lets nobody be late for a level of yesterday', () => {
    const raised: PatrolObject = {
      since: '2024-01-01',
      level: 1,
      past: [{ level: 3, untilOn: '2026-11-12' }],
    }
    expect(
      dueVisits(raised, '2026-09-01', '2026-12-31', today).map(({ level: of, dueOn }) => [
        of,
        dueOn,
      ]),
    ).toEqual([
      [3, '2026-09-30'],
      [1, '2026-11-30'],
    ])
    const lowered: PatrolObject = {
      since: '2024-01-01',
      level: 4,
      past: [{ level: 1, untilOn: '2026-10-20' }],
    }
    expect(
      dueVisits(lowered, '2026-10-01', '2026-12-31', today).map(({ level: of, dueOn }) => [
        of,
        dueOn,
      ]),
    ).toEqual([[1, '2026-10-15']])
    expect(
      dueVisits({ since: '2026-11-20', level: 1, past: [] }, '2026-11-01', '2026-11-30', today).map(
        ({ dueOn }) => dueOn,
      ),
    ).toEqual(['2026-11-30'])
  })

  it('asks an object once at most for any day, and never before it was there', () => {
    fc.assert(
      fc.property(object, day, (one, now) => {
        const due = dueVisits(one, dayAfter(now, -400), dayAfter(now, 200), now)
        const ends = due.map(({ dueOn }) => dueOn)
        expect(new Set(ends).size).toBe(ends.length)
        for (const { dueOn, opensOn, middle } of due)
          expect(dueOn >= one.since && opensOn <= now && one.since <= middle).toBe(true)
      }),
    )
  })

  it('does not change any more once it is over', () => {
    fc.assert(
      fc.property(object, day, fc.integer({ min: 1, max: 200 }), (one, now, later) => {
        const over = (today: string) =>
          dueVisits(one, dayAfter(now, -200), dayAfter(now, -1), today).map(
            ({ level: of, dueOn }) => `${of} ${dueOn}`,
          )
        expect(over(dayAfter(now, later))).toEqual(over(now))
      }),
    )
  })
})

describe('how an object stands', () => {
  const today = '2026-11-24'
  const red: PatrolObject = { since: '2024-01-01', level: 1, past: [] }

  it.each([
    [['2026-11-16'], { state: 'done', dueOn: '2026-12-15' }],
    [['2026-11-01'], { state: 'due', dueOn: '2026-11-30' }],
    [['2026-10-31'], { state: 'overdue', dueOn: '2026-11-15' }],
    [[], { state: 'overdue', dueOn: '2026-11-15' }],
  ])('by its visits on %j', (visited, standing) => {
    expect(patrolStanding(red, visited, today)).toEqual(standing)
  })

  it('is not late for what it was not asked for', () => {
    expect(patrolStanding({ since: '2026-11-10', level: 1, past: [] }, [], today).state).toBe('due')
    expect(patrolStanding({ since: '2026-11-24', level: 1, past: [] }, [], today)).toEqual({
      state: 'later',
      dueOn: '2026-12-15',
    })
    expect(
      patrolStanding(
        { since: '2024-01-01', level: 1, past: [{ level: 4, untilOn: '2026-11-12' }] },
        [],
        today,
      ).state,
    ).toBe('due')
    expect(
      patrolStanding({ since: '2026-11-18', level: 1, past: [] }, [], '2026-11-17').state,
    ).toBe('later')
  })

  it('is put right by one visit, whatever was missed', () => {
    fc.assert(
      fc.property(object, fc.array(day, { maxLength: 6 }), day, (one, visited, now) => {
        const past = visited.filter((on) => on <= now)
        expect(patrolStanding(one, [...past, now], now).state).toBe('done')
        const { state, dueOn } = patrolStanding(one, past, now)
        expect(state === 'overdue' ? dueOn < now : dueOn >= now).toBe(true)
      }),
    )
  })

  it('is overdue or due exactly when the windows ask for a visit that was not made', () => {
    fc.assert(
      fc.property(day, level, fc.array(day, { maxLength: 5 }), day, (since, of, visited, now) => {
        const one: PatrolObject = { since, level: of, past: [] }
        const past = visited.filter((on) => on <= now)
        const { now: current, before } = patrolCalendar(of, now)
        const open = dueVisits(one, before.dueOn, current.dueOn, now).filter(
          (window) => !past.some((on) => on >= window.opensOn),
        )
        const { state } = patrolStanding(one, past, now)
        expect(state === 'overdue' || state === 'due').toBe(open.length > 0)
      }),
    )
  })
})
