import Big from 'big.js'
import { describe, expect, test } from 'vitest'
import { levelOfScore, requireTableValue, ValueOutsideTableError } from './assessment-table.ts'
import { LEC_CLASSIC } from './lec-profiles.ts'
import { LS_STANDARD } from './ls-profiles.ts'

describe('thresholds', () => {
  test.each([
    ['0', 4],
    ['69.99', 4],
    ['70', 3],
    ['70.01', 3],
    ['160', 3],
    ['160.01', 2],
    ['320', 2],
    ['320.01', 1],
    ['321', 1],
    ['10000', 1],
  ])('LEC %s → %i', (score, level) => {
    expect(levelOfScore(LEC_CLASSIC.thresholds, new Big(score))).toBe(level)
  })

  test.each([
    ['1', 4],
    ['8', 4],
    ['9', 3],
    ['12', 3],
    ['15', 2],
    ['16', 2],
    ['20', 1],
    ['25', 1],
  ])('LS %s → %i', (score, level) => {
    expect(levelOfScore(LS_STANDARD.thresholds, new Big(score))).toBe(level)
  })
})

test('a refusal names the field, the value and what is allowed', () => {
  const table = [
    { value: 1, label: { zh: '一', en: 'one' } },
    { value: 0.5, label: { zh: '半', en: 'half' } },
  ]
  expect(() => requireTableValue('e', 1, table)).not.toThrow()
  const refusal = new ValueOutsideTableError('e', 2, [1, 0.5])
  expect(() => requireTableValue('e', 2, table)).toThrow(refusal)
  expect(refusal).toMatchObject({
    name: 'ValueOutsideTableError',
    code: 'value-outside-table',
    status: 400,
    field: 'e',
    value: 2,
    allowed: [1, 0.5],
    fields: [{ field: 'e', expected: '1, 0.5' }],
  })
})
