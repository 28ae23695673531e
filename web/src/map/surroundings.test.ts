import { expect, it } from 'vitest'
import { surroundings } from './surroundings.ts'
import type { LonLat } from './types.ts'

const plant: LonLat[] = [
  [117.73, 34.56],
  [117.731, 34.561],
  [117.732, 34.56],
  [117.7305, 34.5595],
]
const farOff: LonLat = [117.9, 34.7]

it('leaves out what lies far off, with and without a home', () => {
  expect(surroundings([...plant, farOff], [117.731, 34.56])).toEqual(plant)
  expect(surroundings([...plant, farOff], null)).toEqual(plant)
})

it('keeps what is spread as widely as the rest', () => {
  const canal: LonLat[] = [0, 1, 2, 3, 4].map((step) => [117.6 + step * 0.03, 34.55])
  expect(surroundings(canal, null)).toEqual(canal)
  expect(surroundings([], null)).toEqual([])
})
