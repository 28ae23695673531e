import { distance } from '@turf/distance'
import { expect, it } from 'vitest'
import { inside } from './ring.ts'
import { reachOf } from './reach.ts'
import type { LonLat } from './types.ts'

const HERE: LonLat = [117.73, 34.56]
const SQUARE = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [117.73, 34.56],
      [117.732, 34.56],
      [117.732, 34.562],
      [117.73, 34.562],
      [117.73, 34.56],
    ],
  ],
}
const within = (ring: readonly LonLat[], place: LonLat): boolean =>
  inside(
    [{ geometry: { type: 'Polygon', coordinates: [ring.map(([lon, lat]) => [lon, lat])] } }],
    place,
  )

it('draws a point’s reach as a closed circle of that many metres', () => {
  const ring = reachOf(HERE, null, 300)
  expect(ring.at(0)).toEqual(ring.at(-1))
  for (const [lon, lat] of ring)
    expect(distance([...HERE], [lon, lat], { units: 'meters' })).toBeCloseTo(300, 3)
})

it('reaches so far from every side of an outline, and no farther at its corners', () => {
  const ring = reachOf(HERE, SQUARE, 100)
  const metre = 1 / 111_320
  expect(within(ring, [117.731, 34.56 - 99 * metre])).toBe(true)
  expect(within(ring, [117.731, 34.56 - 101 * metre])).toBe(false)
  expect(
    within(ring, [117.73 - (72 * metre) / Math.cos((34.56 * Math.PI) / 180), 34.56 - 72 * metre]),
  ).toBe(false)
  expect(within(ring, [117.731, 34.561])).toBe(true)
})
