import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayAfter,
  dayNumber,
  dayOfNumber,
  FIRST_DAY,
  isDay,
  isMonth,
  LAST_DAY,
  lastDayOf,
  monthsOf,
} from './calendar.ts'

describe('a day that people may name', () => {
  it.each(['2000-01-01', '2024-02-29', '2026-11-24', '2100-12-31'])('%s', (day) => {
    expect(isDay(day)).toBe(true)
  })

  it.each([
    '0000-01-01',
    '0001-01-01',
    '1999-12-31',
    '2101-01-01',
    '9999-12-31',
    '+010000-01-01',
    '-000001-01-01',
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '20261124',
    '2026-11-24T00:00:00Z',
    ' 2026-11-24',
    '2026-11-24\n',
    '２０２６-11-24',
    'today',
    '',
  ])('not “%s”', (text) => {
    expect(isDay(text)).toBe(false)
  })

  it('is each day between the first and the last', () => {
    const days = Array.from(
      { length: dayNumber(LAST_DAY) - dayNumber(FIRST_DAY) + 1 },
      (_, index) => dayOfNumber(dayNumber(FIRST_DAY) + index),
    )
    expect(days.filter((day) => !isDay(day))).toEqual([])
  })
})

it('knows the months', () => {
  expect(['2000-01', '2026-11', '2100-12'].filter((month) => !isMonth(month))).toEqual([])
  expect(
    ['1999-12', '2101-01', '9999-12', '0000-01', '2026-13', '2026-00', '2026-1'].filter(isMonth),
  ).toEqual([])
})

it('counts over the ends of months, years and leap days', () => {
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
  expect(dayAfter('2024-03-01', -1)).toBe('2024-02-29')
  expect([lastDayOf('2028-02'), lastDayOf('2027-02'), lastDayOf('2026-12')]).toEqual([
    '2028-02-29',
    '2027-02-28',
    '2026-12-31',
  ])
})

describe('the months of a period', () => {
  it('go over the end of a year', () => {
    expect(monthsOf({ from: '2025-11-20', to: '2026-02-01' })).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ])
  })

  it('are none where the end is before the beginning', () => {
    expect(monthsOf({ from: '2026-02-01', to: '2025-12-31' })).toEqual([])
  })

  it('end at the end of the calendar', () => {
    expect(monthsOf({ from: '9999-11-01', to: '9999-12-31' })).toEqual(['9999-11', '9999-12'])
  })

  it('follow each other without a gap', () => {
    const day = fc.integer({ min: dayNumber(FIRST_DAY), max: dayNumber(LAST_DAY) }).map(dayOfNumber)
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one]
        const months = monthsOf({ from, to })
        expect([months[0], months.at(-1)]).toEqual([from.slice(0, 7), to.slice(0, 7)])
        for (const [index, month] of months.entries())
          expect(months[index + 1] ?? dayAfter(lastDayOf(month)).slice(0, 7)).toBe(
            dayAfter(lastDayOf(month)).slice(0, 7),
          )
      }),
      { numRuns: 20 },
    )
  })
})
