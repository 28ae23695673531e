import { describe, expect, it } from 'vitest'
import { figuresPeriod, periodAsked } from './figures-period.ts'

describe('the month that figures are told of', () => {
  it.each([
    ['2026-11-30', '2026-11-01', '2026-11-30'],
    ['2026-11-11', '2026-11-01', '2026-11-30'],
    ['2026-11-10', '2026-10-01', '2026-10-31'],
    ['2026-12-01', '2026-11-01', '2026-11-30'],
    ['2027-01-01', '2026-12-01', '2026-12-31'],
    ['2027-02-28', '2027-02-01', '2027-02-28'],
    ['2028-03-05', '2028-02-01', '2028-02-29'],
  ])('on %s is the one from %s to %s', (today, from, to) => {
    expect(figuresPeriod(today)).toEqual({ from, to })
  })
})

it('is completed where one end of a period is asked for', () => {
  const today = '2027-01-01'
  expect(periodAsked(undefined, undefined, today)).toEqual(figuresPeriod(today))
  expect(periodAsked('2026-03-10', undefined, today)).toEqual({
    from: '2026-03-10',
    to: '2026-03-31',
  })
  expect(periodAsked(undefined, '2026-02-20', today)).toEqual({
    from: '2026-02-01',
    to: '2026-02-20',
  })
  expect(periodAsked('2026-01-01', '2026-02-20', today)).toEqual({
    from: '2026-01-01',
    to: '2026-02-20',
  })
})
