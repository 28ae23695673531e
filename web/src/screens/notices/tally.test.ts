import { expect, it } from 'vitest'
import { firmsOf, tallyOf } from './tally.ts'

it('counts receipts by their state, and enterprises once', () => {
  const notices = [
    {
      recipients: [
        { enterpriseId: 'a', state: 'signed' as const },
        { enterpriseId: 'b', state: 'late' as const },
      ],
    },
    {
      recipients: [
        { enterpriseId: 'a', state: 'waiting' as const },
        { enterpriseId: 'c', state: 'not-told' as const },
      ],
    },
  ]
  expect(tallyOf(notices)).toEqual({ signed: 1, late: 1, waiting: 1, 'not-told': 1 })
  expect(firmsOf(notices)).toBe(3)
})
