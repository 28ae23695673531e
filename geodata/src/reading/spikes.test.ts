import { expect, test } from 'vitest'
import type { Ring } from '../geojson.ts'
import { sharpestSpike } from './spikes.ts'

const surface = (ring: Ring) => ({ type: 'MultiPolygon' as const, coordinates: [[ring]] })
const square = (...spike: Ring): Ring => [
  [117.6, 34.5],
  [117.65, 34.5],
  ...spike,
  [117.7, 34.5],
  [117.7, 34.6],
  [117.6, 34.6],
  [117.6, 34.5],
]

test.each<[string, Ring, unknown]>([
  [
    'out and back over itself',
    [
      [117.66, 34.49],
      [117.65, 34.5],
    ],
    [117.66, 34.49],
  ],
  ['backwards along the border', [[117.63, 34.5]], [117.65, 34.5]],
  [
    'a sharp but honest corner',
    [
      [117.655, 34.45],
      [117.66, 34.5],
    ],
    undefined,
  ],
  ['none', [], undefined],
])('a border with a spike: %s', (_, spike, tip) => {
  expect(sharpestSpike(surface(square(...spike)))).toEqual(tip)
})

test('a spike at the first position of a ring is found', () => {
  const ring = square()
  const tip: [number, number] = [117.5, 34.4]
  expect(sharpestSpike(surface([tip, ...ring, tip]))).toEqual(tip)
})
