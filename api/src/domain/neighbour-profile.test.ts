import { describe, expect, it } from 'vitest'
import {
  farthestTold,
  neighbourProfileOn,
  NEIGHBOUR_PROFILES,
  renewalDay,
  tellingRadius,
} from './neighbour-profile.ts'

const profile = NEIGHBOUR_PROFILES[0]

describe('the radius', () => {
  it.each([
    [1, 500],
    [2, 300],
    [3, 100],
    [4, 100],
  ] as const)(
    'of level %i is %i m, and 500 m with a major-hazard installation',
    (level, metres) => {
      expect(tellingRadius(profile, { level, majorHazard: false })).toBe(metres)
      expect(tellingRadius(profile, { level, majorHazard: true })).toBe(500)
    },
  )

  it('never reaches beyond the farthest', () => {
    expect(farthestTold(profile)).toBe(500)
    expect(farthestTold({ ...profile, byLevel: { 1: 800, 2: 300, 3: 100, 4: 100 } })).toBe(800)
  })

  it('comes from the version in force on the day', () => {
    const next = { ...profile, version: 2, validFrom: '2026-12-01', majorHazard: 800 }
    expect(neighbourProfileOn('2026-11-30', [next, profile]).version).toBe(1)
    expect(neighbourProfileOn('2026-12-01', [next, profile]).version).toBe(2)
    expect(() => neighbourProfileOn('2015-12-31')).toThrow('no profile')
  })
})

it.each([
  ['2026-01-31', '2027-01-31'],
  ['2024-02-29', '2025-02-28'],
  ['2026-11-24', '2027-11-24'],
])('what was told on %s is told again by %s', (told, again) => {
  expect(renewalDay(profile, told)).toBe(again)
})
