import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  INSPECTION_FREQUENCY_CODES,
  nextOpening,
  windowsUntil,
  type InspectionFrequency,
  type Schedule,
} from './inspection-frequency.ts'

const DAY = 86_400_000
const day = fc
  .integer({ min: 0, max: 1500 })
  .map((n) => new Date(Date.UTC(2024, 0, 1) + n * DAY).toISOString().slice(0, 10))
const schedule: fc.Arbitrary<Schedule> = fc
  .record({
    frequency: fc.constantFrom(...INSPECTION_FREQUENCY_CODES),
    from: day,
    to: fc.option(day),
    since: day,
  })
  .filter(({ from, to, frequency }) => (to === null ? frequency !== 'once' : to >= from))

describe('windowsUntil', () => {
  test.each<[InspectionFrequency, string, [string, string, string | null][]]>([
    [
      'daily',
      '2026-11-24',
      [
        ['2026-11-23', '2026-11-23', '2026-11-24'],
        ['2026-11-24', '2026-11-24', '2026-11-25'],
      ],
    ],
    ['weekly', '2026-11-24', [['2026-11-23', '2026-11-29', '2026-12-06']]],
    [
      'weekly',
      '2026-11-30',
      [
        ['2026-11-23', '2026-11-29', '2026-12-06'],
        ['2026-11-30', '2026-12-06', '2026-12-13'],
      ],
    ],
    [
      'monthly',
      '2026-12-01',
      [
        ['2026-11-23', '2026-11-30', '2026-12-31'],
        ['2026-12-01', '2026-12-31', '2027-01-31'],
      ],
    ],
    [
      'quarterly',
      '2027-01-02',
      [
        ['2026-11-23', '2026-12-31', '2027-03-31'],
        ['2027-01-01', '2027-03-31', '2027-06-30'],
      ],
    ],
    ['half-yearly', '2026-11-23', [['2026-11-23', '2026-12-31', '2027-06-30']]],
    ['yearly', '2026-11-23', [['2026-11-23', '2026-12-31', '2027-12-31']]],
  ])('%s until %s', (frequency, today, windows) => {
    const plan = { frequency, from: '2026-11-23', to: null, since: '2026-11-23' }
    expect(
      windowsUntil(plan, today).map(({ opensOn, dueOn, closesOn }) => [opensOn, dueOn, closesOn]),
    ).toEqual(windows)
  })

  test('a single inspection is one task that waits until it is done', () => {
    const plan: Schedule = {
      frequency: 'once',
      from: '2026-11-23',
      to: '2026-11-27',
      since: '2026-11-20',
    }
    expect(windowsUntil(plan, '2026-11-22')).toEqual([])
    expect(windowsUntil(plan, '2026-12-30')).toEqual([
      { opensOn: '2026-11-23', dueOn: '2026-11-27', closesOn: null },
    ])
    expect(windowsUntil(plan, '2026-12-30', '2026-11-23')).toEqual([])
  })

  test('a plan that ends cuts its last task, and brings none afterwards', () => {
    const plan: Schedule = {
      frequency: 'monthly',
      from: '2026-10-05',
      to: '2026-11-10',
      since: '2026-10-05',
    }
    expect(windowsUntil(plan, '2027-05-01').map(({ opensOn, dueOn }) => [opensOn, dueOn])).toEqual([
      ['2026-10-05', '2026-10-31'],
      ['2026-11-01', '2026-11-10'],
    ])
  })

  test('what was due before a plan was made or resumed is not asked for', () => {
    const plan: Schedule = {
      frequency: 'weekly',
      from: '2026-01-01',
      to: null,
      since: '2026-11-25',
    }
    expect(windowsUntil(plan, '2026-11-25').map(({ opensOn }) => opensOn)).toEqual(['2026-11-23'])
  })

  test('a plan that had ended when it was made asks for nothing, though its period still runs', () => {
    const plan: Schedule = {
      frequency: 'yearly',
      from: '2024-01-01',
      to: '2024-01-01',
      since: '2024-01-02',
    }
    expect(windowsUntil(plan, '2024-12-31')).toEqual([])
  })

  test('February of a leap year has 29 days', () => {
    expect(
      windowsUntil(
        { frequency: 'monthly', from: '2028-02-01', to: null, since: '2028-02-01' },
        '2028-02-29',
      ).map(({ dueOn }) => dueOn),
    ).toEqual(['2028-02-29'])
  })

  test('windows follow one another without gap or overlap, inside the plan, none from the future', () => {
    fc.assert(
      fc.property(schedule, day, (plan, today) => {
        const windows = windowsUntil(plan, today)
        for (const [index, { opensOn, dueOn, closesOn }] of windows.entries()) {
          expect(opensOn <= dueOn && (closesOn === null || closesOn >= dueOn)).toBe(true)
          expect(opensOn >= plan.from && opensOn <= today && dueOn >= plan.since).toBe(true)
          if (plan.to !== null) expect(dueOn <= plan.to).toBe(true)
          const next = windows[index + 1]
          if (next !== undefined) expect(Date.parse(next.opensOn) - Date.parse(dueOn)).toBe(DAY)
        }
      }),
    )
  })

  test('going on after the last known task gives what one go would have given', () => {
    fc.assert(
      fc.property(schedule, day, day, (plan, a, b) => {
        const [first, second] = a < b ? [a, b] : [b, a]
        const before = windowsUntil(plan, first, null, 10_000)
        const rest = windowsUntil(plan, second, before.at(-1)?.opensOn ?? null, 10_000)
        expect([...before, ...rest]).toEqual(windowsUntil(plan, second, null, 10_000))
      }),
    )
  })

  test('the next opening is the first day that brings one more', () => {
    fc.assert(
      fc.property(
        schedule.filter(({ frequency }) => frequency !== 'once'),
        day,
        (plan, today) => {
          const running = { ...plan, since: plan.from }
          const next = nextOpening(running, today)
          const count = (on: string) => windowsUntil(running, on, null, 10_000).length
          if (next === null) expect(count('2040-01-01')).toBe(count(today))
          else {
            expect(next > today).toBe(true)
            expect(count(next)).toBe(count(today) + 1)
          }
        },
      ),
    )
  })
})
