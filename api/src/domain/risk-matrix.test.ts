import { describe, expect, test } from 'vitest'
import { LS_STANDARD, SEVERITY_ASPECT_CODES } from './ls-profiles.ts'
import { assessLs } from './risk-matrix.ts'

/** The published matrix, S across 1–5, a row for each L from 1. */
const LEVELS = [
  [4, 4, 4, 4, 4],
  [4, 4, 4, 4, 3],
  [4, 4, 3, 3, 2],
  [4, 4, 3, 2, 1],
  [4, 3, 2, 1, 1],
]

describe('risk matrix', () => {
  test('every product has its level', () => {
    LEVELS.forEach((row, i) => {
      row.forEach((level, j) => {
        const [l, s] = [i + 1, j + 1]
        expect(assessLs(LS_STANDARD, { l, s }), `${l} × ${s}`).toEqual({
          score: String(l * s),
          level,
        })
      })
    })
  })

  test('the matrix is symmetric and never gets milder as either value rises', () => {
    const level = (l: number, s: number) => assessLs(LS_STANDARD, { l, s }).level
    for (const l of [1, 2, 3, 4, 5]) {
      for (const s of [1, 2, 3, 4, 5]) {
        expect(level(l, s)).toBe(level(s, l))
        if (l < 5) expect(level(l + 1, s)).toBeLessThanOrEqual(level(l, s))
      }
    }
  })

  test.each([
    ['l', { l: 0, s: 1 }],
    ['l', { l: 6, s: 1 }],
    ['s', { l: 1, s: 2.5 }],
    ['s', { l: 5, s: Number.NaN }],
  ])('%s outside the table is refused: %o', (field, input) => {
    expect(() => assessLs(LS_STANDARD, input)).toThrow(
      expect.objectContaining({ code: 'value-outside-table', field }),
    )
  })

  test('every severity says what it means in every column', () => {
    for (const row of LS_STANDARD.s) {
      expect(Object.keys(row.aspects)).toEqual(SEVERITY_ASPECT_CODES)
    }
  })
})
