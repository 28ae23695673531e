import fc from 'fast-check'
import { expect, it } from 'vitest'
import { splitWhole } from './shares.ts'

it('loses nothing and favours the heavier', () => {
  expect(splitWhole(10, [1, 1, 2])).toEqual([3, 2, 5])
  expect(splitWhole(10, [1, 0, 0], 2)).toEqual([6, 2, 2])
})

it('always sums to the total and gives everybody the least', () => {
  const weights = fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
    minLength: 1,
    maxLength: 40,
  })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), weights, (total, list) => {
      const parts = splitWhole(total, list, 3)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total)
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(
        Math.min(3, Math.floor(total / list.length)),
      )
    }),
  )
})
