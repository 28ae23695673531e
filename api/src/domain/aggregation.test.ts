import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { worstAccidentType, worstLevel } from './aggregation.ts'
import { RISK_LEVEL_ORDER } from './risk-level.ts'

const level = fc.constantFrom(...RISK_LEVEL_ORDER, null)

describe('worstLevel', () => {
  test.each([
    [[], null],
    [[null], null],
    [[null, null], null],
    [[4], 4],
    [[4, 3], 3],
    [[3, 4], 3],
    [[null, 4, 2], 2],
    [[1, 2, 3, 4], 1],
  ] as const)('%j → %s', (levels, worst) => {
    expect(worstLevel(levels)).toBe(worst)
  })

  test('order does not matter, and no level is worse than the worst', () => {
    fc.assert(
      fc.property(fc.array(level), (levels) => {
        const worst = worstLevel(levels)
        expect(worstLevel([...levels].reverse())).toBe(worst)
        expect(levels.some((one) => one === worst) || worst === null).toBe(true)
        for (const one of levels) if (one !== null) expect(one).toBeGreaterThanOrEqual(worst ?? 5)
      }),
    )
  })

  test('an enterprise is as bad by its points as by all its sources at once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(level)), (points) => {
        expect(worstLevel(points.map(worstLevel))).toBe(worstLevel(points.flat()))
      }),
    )
  })

  test('a set of levels will do', () => {
    expect(worstLevel(new Set([3, 2] as const))).toBe(2)
  })
})

describe('worstAccidentType', () => {
  test.each([
    [[], null],
    [[{ level: null, accidentType: 8 }], 8],
    [
      [
        { level: null, accidentType: 8 },
        { level: null, accidentType: 3 },
      ],
      3,
    ],
    [
      [
        { level: null, accidentType: 1 },
        { level: 4, accidentType: 20 },
      ],
      20,
    ],
    [
      [
        { level: 3, accidentType: 1 },
        { level: 2, accidentType: 19 },
      ],
      19,
    ],
    [
      [
        { level: 2, accidentType: 19 },
        { level: 2, accidentType: 5 },
        { level: 3, accidentType: 1 },
      ],
      5,
    ],
  ] as const)('%j → %s', (sources, type) => {
    expect(worstAccidentType(sources)).toBe(type)
    expect(worstAccidentType([...sources].reverse())).toBe(type)
  })
})
