import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween } from './overdue.ts'
import { REMINDER_STEP_CODES, REMINDER_STEPS, reminderDue } from './reminder.ts'

test.each([
  ['2026-11-19', undefined],
  ['2026-11-20', undefined],
  ['2026-11-21', 'T-3'],
  ['2026-11-22', 'T-3'],
  ['2026-11-23', 'T-1'],
  ['2026-11-24', 'T-1'],
  ['2026-11-25', 'T+1'],
  ['2026-11-26', 'T+1'],
  ['2026-11-27', 'T+3'],
  ['2026-11-30', 'T+3'],
  ['2026-12-01', 'T+7'],
  ['2027-06-01', 'T+7'],
])('deadline 24 November, %s: %s', (today, expected) => {
  expect(reminderDue('2026-11-24', today)).toBe(expected)
})

test('a step is due from its day on, never before it, and never the other side of the deadline', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30, max: 60 }), (days) => {
      const today = new Date(Date.parse('2026-11-24') + days * 86_400_000)
        .toISOString()
        .slice(0, 10)
      const due = reminderDue('2026-11-24', today)
      if (due === undefined) {
        expect(daysBetween('2026-11-24', today)).toBeLessThan(-3)
        return
      }
      expect(REMINDER_STEPS[due].day).toBeLessThanOrEqual(days)
      expect(REMINDER_STEPS[due].day > 0).toBe(days > 0)
      for (const later of REMINDER_STEP_CODES.slice(REMINDER_STEP_CODES.indexOf(due) + 1))
        expect(REMINDER_STEPS[later].day).toBeGreaterThan(days)
    }),
  )
})
