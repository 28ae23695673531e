import { describe, expect, test } from 'vitest'
import { ASSESSMENT_PROFILES, newestValid, profileOn } from './assessment-profile.ts'

const HISTORY = [
  { id: 'a', version: 2, validFrom: '2020-01-01' },
  { id: 'a', version: 1, validFrom: '2016-01-01' },
  { id: 'b', version: 1, validFrom: '2016-01-01' },
]

describe('profileOn', () => {
  test.each([
    ['LEC', undefined, 'lec-classic'],
    ['LEC', 'lec-classic', 'lec-classic'],
    ['LEC', 'lec-detailed', 'lec-detailed'],
  ] as const)('%s %s', (method, id, expected) => {
    expect(profileOn(method, '2026-08-01', id)).toMatchObject({ id: expected, version: 1 })
  })

  test('the matrix', () => {
    expect(profileOn('LS', '2016-01-01')).toMatchObject({ id: 'ls-standard', version: 1 })
  })

  test('a profile is not valid before its first day', () => {
    expect(() => profileOn('LEC', '2015-12-31')).toThrow(
      expect.objectContaining({ code: 'profile-not-found' }),
    )
  })

  test('a profile of another method is not found', () => {
    expect(() => profileOn('LS', '2026-01-01', 'lec-classic')).toThrow('lec-classic')
  })

  test.each([
    ['2015-12-31', undefined],
    ['2016-01-01', 1],
    ['2019-12-31', 1],
    ['2020-01-01', 2],
    ['2030-01-01', 2],
  ])('on %s the version valid is %s', (date, version) => {
    expect(newestValid(HISTORY, date, 'a')?.version).toBe(version)
    expect(newestValid([...HISTORY].reverse(), date, 'a')?.version).toBe(version)
  })
})

test('no two profiles share id and version, and values fall', () => {
  const profiles = [...ASSESSMENT_PROFILES.LEC, ...ASSESSMENT_PROFILES.LS]
  expect(new Set(profiles.map((profile) => `${profile.id}@${profile.version}`)).size).toBe(
    profiles.length,
  )
  const tables = [
    ...ASSESSMENT_PROFILES.LEC.flatMap((p) => [p.l, p.e, p.c]),
    ...ASSESSMENT_PROFILES.LS.flatMap((p) => [p.l, p.s]),
  ]
  for (const table of tables) {
    const values = table.map((row) => row.value)
    expect(values).toEqual([...new Set(values)].sort((a, b) => b - a))
    for (const row of table) expect([row.label.zh, row.label.en]).not.toContain('')
  }
})
