import { dayAfter } from '@onemap/api/domain/calendar'
import { describe, expect, it } from 'vitest'
import { afterWork, chinaTime, instant, WORKDAY } from './calendar.ts'

describe('calendar', () => {
  it('counts days over the ends of months and years', () => {
    expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01')
    expect(dayAfter('2026-01-01', -1)).toBe('2025-12-31')
  })

  it('writes China Standard Time', () => {
    expect(chinaTime(instant('2026-11-23', 14 * 60 + 5))).toBe('2026-11-23T14:05:00+08:00')
    expect(instant('2026-11-23', 0).toISOString()).toBe('2026-11-22T16:00:00.000Z')
  })

  it('goes on next morning when the day is over', () => {
    const afternoon = instant('2026-11-23', 17 * 60)
    expect(chinaTime(afterWork(afternoon, 60))).toBe('2026-11-24T08:30:00+08:00')
    expect(chinaTime(afterWork(afternoon, WORKDAY))).toBe('2026-11-24T17:00:00+08:00')
    expect(chinaTime(afterWork(instant('2026-11-23', 0), 10))).toBe('2026-11-23T08:10:00+08:00')
  })
})
