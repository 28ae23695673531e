import { expect, it } from 'vitest'
import { isDoubtfulPlace } from './place-doubt.ts'

it.each([
  ['in the district, far from the enterprise', true, 20_000, false],
  ['just outside, at the enterprise', false, 2500, false],
  ['outside, away from the enterprise', false, 3500, true],
  ['in another province', false, 600_000, true],
  ['near, with no outline known', null, 30_000, false],
  ['far, with no outline known', null, 600_000, true],
])('a place %s', (_where, inDistrict, metres, doubtful) => {
  expect(isDoubtfulPlace({ inDistrict, metres })).toBe(doubtful)
})
