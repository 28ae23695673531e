import { describe, expect, test } from 'vitest'
import { assessLec } from './lec.ts'
import { LEC_CLASSIC, LEC_DETAILED } from './lec-profiles.ts'

const L = [10, 6, 3, 1, 0.5, 0.2, 0.1]
const E = [10, 6, 3, 2, 1, 0.5]
const C = { 'lec-classic': [100, 40, 15, 7, 3, 1], 'lec-detailed': [100, 40, 15, 7, 2, 1] }

/** D in hundredths, from whole numbers only: L and E have one decimal each. */
function hundredths(l: number, e: number, c: number): number {
  return Math.round(l * 10) * Math.round(e * 10) * c
}

function levelOfHundredths(d: number): number {
  if (d > 32_000) return 1
  if (d > 16_000) return 2
  return d >= 7_000 ? 3 : 4
}

describe.each([LEC_CLASSIC, LEC_DETAILED])('$id v$version', (profile) => {
  test('has exactly the published values', () => {
    expect(profile.l.map((row) => row.value)).toEqual(L)
    expect(profile.e.map((row) => row.value)).toEqual(E)
    expect(profile.c.map((row) => row.value)).toEqual(C[profile.id])
  })

  test('every combination has its exact score and its level', () => {
    const combinations = L.flatMap((l) => E.flatMap((e) => C[profile.id].map((c) => ({ l, e, c }))))
    expect(combinations).toHaveLength(7 * 6 * 6)
    for (const { l, e, c } of combinations) {
      const d = hundredths(l, e, c)
      expect(assessLec(profile, { l, e, c }), `${l} × ${e} × ${c}`).toEqual({
        score: String(d / 100),
        level: levelOfHundredths(d),
      })
    }
  })

  test('no combination falls on 160 or 320, where sources disagree', () => {
    const reachable = new Set(
      L.flatMap((l) => E.flatMap((e) => C[profile.id].map((c) => hundredths(l, e, c)))),
    )
    expect(reachable.has(16_000) || reachable.has(32_000)).toBe(false)
    expect(reachable.has(7_000)).toBe(true)
  })
})

describe('edges', () => {
  test.each([
    [{ l: 0.1, e: 0.5, c: 1 }, '0.05', 4],
    [{ l: 0.1, e: 3, c: 1 }, '0.3', 4],
    [{ l: 0.2, e: 3, c: 7 }, '4.2', 4],
    [{ l: 1, e: 10, c: 7 }, '70', 3],
    [{ l: 10, e: 1, c: 7 }, '70', 3],
    [{ l: 3, e: 0.5, c: 40 }, '60', 4],
    [{ l: 10, e: 1, c: 15 }, '150', 3],
    [{ l: 6, e: 10, c: 3 }, '180', 2],
    [{ l: 10, e: 3, c: 7 }, '210', 2],
    [{ l: 10, e: 2, c: 15 }, '300', 2],
    [{ l: 6, e: 6, c: 15 }, '540', 1],
    [{ l: 10, e: 10, c: 100 }, '10000', 1],
  ])('%o → %s, level %i', (input, score, level) => {
    expect(assessLec(LEC_CLASSIC, input)).toEqual({ score, level })
  })

  test.each([
    ['l', { l: 2, e: 1, c: 1 }],
    ['l', { l: 0.30000000000000004, e: 1, c: 1 }],
    ['l', { l: Number.NaN, e: 1, c: 1 }],
    ['e', { l: 1, e: 0, c: 1 }],
    ['e', { l: 1, e: -1, c: 1 }],
    ['e', { l: 1, e: 0.2, c: 1 }],
    ['c', { l: 1, e: 1, c: 2 }],
    ['c', { l: 1, e: 1, c: Number.POSITIVE_INFINITY }],
    ['c', { l: 1, e: 1, c: 0.5 }],
  ])('%s outside the table is refused: %o', (field, input) => {
    expect(() => assessLec(LEC_CLASSIC, input)).toThrow(
      expect.objectContaining({ code: 'value-outside-table', field }),
    )
  })

  test('C = 3 belongs to the classic table only, C = 2 to the detailed one only', () => {
    expect(assessLec(LEC_DETAILED, { l: 10, e: 10, c: 2 })).toEqual({ score: '200', level: 2 })
    expect(() => assessLec(LEC_DETAILED, { l: 10, e: 10, c: 3 })).toThrow(
      'C 不能取 3，只能取：100, 40, 15, 7, 2, 1',
    )
  })
})
