import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textSimilarity } from './text-similarity.ts'

describe('textSimilarity', () => {
  it.each([
    ['制浆车间护栏缺失', '制浆车间护栏缺失', 1],
    ['制浆车间护栏缺失', '制浆车间，护栏 缺失！', 1],
    ['护栏缺失', '灭火器过期', 0],
    ['', '', 0],
    ['', '护栏', 0],
    ['栏', '栏', 1],
    ['ABC', 'abc', 1],
  ])('%j and %j: %d', (one, other, expected) => {
    expect(textSimilarity(one, other)).toBe(expected)
  })

  it('rates the same fault in other words above another fault', () => {
    const found = '2号锅炉安全阀未按期校验'
    expect(textSimilarity(found, '2#锅炉安全阀校验过期')).toBeGreaterThan(0.4)
    expect(textSimilarity(found, '配电室门口堆放杂物')).toBeLessThan(0.1)
  })

  it('is symmetric, between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const alike = textSimilarity(one, other)
        expect(alike).toBeGreaterThanOrEqual(0)
        expect(alike).toBeLessThanOrEqual(1)
        expect(alike).toBe(textSimilarity(other, one))
      }),
    )
  })
})
