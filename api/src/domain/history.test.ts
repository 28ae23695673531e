import { describe, expect, it } from 'vitest'
import { dayNumber, dayOfNumber } from './calendar.ts'
import { historyBegins, weekOf } from './history.ts'

describe('days of the past', () => {
  it('are counted since 1970-01-01 and back', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2026-11-24')).toBe(20_781)
    expect(dayOfNumber(20_781)).toBe('2026-11-24')
  })

  it('reach back twelve months and a day', () => {
    expect(historyBegins('2026-11-24')).toBe('2025-11-23')
  })

  it.each([
    ['2026-11-23', '2026-11-23'],
    ['2026-11-29', '2026-11-23'],
    ['2026-11-30', '2026-11-30'],
    ['2026-01-01', '2025-12-29'],
  ])('the week of %s begins on %s', (day, monday) => {
    expect(weekOf(day)).toBe(monday)
  })
})
