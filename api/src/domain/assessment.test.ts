import { describe, expect, test } from 'vitest'
import { assess } from './assessment.ts'
import { DIRECT_CRITERION_CODES } from './direct-criteria.ts'

describe('assess', () => {
  test('LEC by the classic profile unless another is named', () => {
    expect(assess({ method: 'LEC', l: 1, e: 10, c: 7 })).toEqual({
      score: '70',
      level: 3,
      profileId: 'lec-classic',
      profileVersion: 1,
    })
    expect(
      assess(
        { method: 'LEC', l: 6, e: 6, c: 2 },
        { profileId: 'lec-detailed', date: '2026-01-01' },
      ),
    ).toEqual({
      score: '72',
      level: 3,
      profileId: 'lec-detailed',
      profileVersion: 1,
    })
  })

  test('decimals are exact where floats are not', () => {
    expect(assess({ method: 'LEC', l: 0.1, e: 0.5, c: 1 }).score).toBe('0.05')
    expect(assess({ method: 'LEC', l: 0.1, e: 3, c: 1 }).score).toBe('0.3')
  })

  test('LS', () => {
    expect(assess({ method: 'LS', l: 4, s: 5 })).toEqual({
      score: '20',
      level: 1,
      profileId: 'ls-standard',
      profileVersion: 1,
    })
  })

  test.each(DIRECT_CRITERION_CODES)('%s makes level 1, alone or over any score', (criterion) => {
    expect(assess({ method: 'DIRECT', criterion })).toEqual({
      score: null,
      level: 1,
      profileId: 'direct-criteria',
      profileVersion: 1,
    })
    expect(assess({ method: 'LEC', l: 0.1, e: 0.5, c: 1 }, { direct: criterion })).toMatchObject({
      score: '0.05',
      level: 1,
    })
    expect(assess({ method: 'LS', l: 1, s: 1 }, { direct: criterion })).toMatchObject({
      score: '1',
      level: 1,
    })
  })

  test('no direct criterion leaves the level alone', () => {
    expect(assess({ method: 'LS', l: 1, s: 1 }, { direct: null }).level).toBe(4)
  })

  test('a direct criterion does not excuse a value outside the table', () => {
    expect(() => assess({ method: 'LS', l: 7, s: 1 }, { direct: 'legal-breach' })).toThrow(
      expect.objectContaining({
        name: 'ValueOutsideTableError',
        field: 'l',
        value: 7,
        allowed: [5, 4, 3, 2, 1],
      }),
    )
  })

  test('a day before every profile, or the wrong profile, is refused', () => {
    expect(() => assess({ method: 'LS', l: 1, s: 1 }, { date: '2015-06-01' })).toThrow(
      expect.objectContaining({ code: 'profile-not-found' }),
    )
    expect(() => assess({ method: 'LEC', l: 1, e: 1, c: 1 }, { profileId: 'ls-standard' })).toThrow(
      expect.objectContaining({ code: 'profile-not-found' }),
    )
  })
})
