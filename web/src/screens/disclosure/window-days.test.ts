import { isWindowDay, windowState } from '@onemap/api/domain/disclosure-window'
import { expect, it } from 'vitest'
import { daysOfMonth, windowDays } from './window-days.ts'

it.each([
  ['2026-11-01', 10],
  ['2026-11-10', 1],
  ['2026-11-11', 10],
  ['2026-11-15', 6],
  ['2026-11-20', 1],
  ['2026-11-21', 1],
  ['2026-11-30', 10],
] as const)('on %s it is %i days', (today, days) => {
  expect(windowDays(windowState(today, false), today)).toBe(days)
  expect(windowDays('done', today)).toBe(0)
})

it('knows the month', () => {
  expect([daysOfMonth('2026-11-23'), daysOfMonth('2028-02-01')]).toEqual([30, 29])
  expect([10, 11, 20, 21].map(isWindowDay)).toEqual([false, true, true, false])
})
