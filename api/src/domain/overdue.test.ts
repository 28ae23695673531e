import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { HAZARD_STATUS_CODES } from './hazard.ts'
import { daysBetween, isOverdue, overdueDays, todayInChina } from './overdue.ts'

const OPEN = ['reported', 'registered', 'graded', 'notified', 'rectifying', 'in-review']

describe('todayInChina', () => {
  test.each([
    ['2026-03-31T15:59:59.999Z', '2026-03-31'],
    ['2026-03-31T16:00:00Z', '2026-04-01'],
    ['2025-12-31T16:00:00Z', '2026-01-01'],
    ['2024-02-28T16:00:00Z', '2024-02-29'],
  ])('%s is %s', (instant, day) => {
    expect(todayInChina(new Date(instant))).toBe(day)
  })

  test('agrees with the time zone database', () => {
    const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (instant) => {
          expect(todayInChina(instant)).toBe(calendar.format(instant))
        },
      ),
    )
  })
})

describe('overdue', () => {
  test.each(HAZARD_STATUS_CODES)('%s', (status) => {
    const late = OPEN.includes(status)
    expect(isOverdue({ status, deadline: '2026-07-31' }, '2026-08-01')).toBe(late)
    expect(overdueDays({ status, deadline: '2026-07-31' }, '2026-08-01')).toBe(late ? 1 : 0)
    expect(overdueDays({ status, deadline: '2025-12-31' }, '2026-03-01')).toBe(late ? 60 : 0)
    for (const deadline of ['2026-08-01', '2026-08-02', null]) {
      expect(isOverdue({ status, deadline }, '2026-08-01')).toBe(false)
      expect(overdueDays({ status, deadline }, '2026-08-01')).toBe(0)
    }
  })

  test('days between count leap days and run both ways', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
    expect(daysBetween('2026-03-01', '2026-03-01')).toBe(0)
  })
})
