import { circle } from '@turf/circle'
import type { Polygon } from 'geojson'
import { cornersOf } from './ring.ts'
import type { LonLat } from './types.ts'

const STEPS = 96

const turn = (a: LonLat, b: LonLat, c: LonLat): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

/** One side of the hull of places in the order of their longitude. */
function chain(places: readonly LonLat[]): LonLat[] {
  const side: LonLat[] = []
  for (const place of places) {
    while (side.length > 1) {
      const [before, last] = side.slice(-2)
      if (before === undefined || last === undefined || turn(before, last, place) > 0) break
      side.pop()
    }
    side.push(place)
  }
  return side.slice(0, -1)
}

function hullOf(places: readonly LonLat[]): LonLat[] {
  const ordered = places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  return [...chain(ordered), ...chain(ordered.toReversed())]
}

/**
 * Outline of what lies within so many metres of a point, or of its outline: circles around the corners and all between
 * them. Of a hollow outline the hollow is filled: the map shows no less than is told.
 * @returns a closed ring
 */
export function reachOf(location: LonLat, extent: Polygon | null, radius: number): LonLat[] {
  const corners = extent === null ? [location] : cornersOf(extent)
  const around = corners.flatMap(([lon, lat]) =>
    (
      circle([lon, lat], radius, { units: 'meters', steps: STEPS }).geometry.coordinates[0] ?? []
    ).map(([x = 0, y = 0]): LonLat => [x, y]),
  )
  const hull = hullOf(around)
  const [first] = hull
  return first === undefined ? [] : [...hull, first]
}
