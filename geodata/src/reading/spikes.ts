import type { Geometry, Position } from '../geojson.ts'

/** A boundary that turns back on itself by more than this has a spike there; surveyed corners are never so sharp. */
const SHARPEST_DEGREES = 0.5

/** The tip of the sharpest spike of a geometry: where its boundary runs out and back over itself. */
export function sharpestSpike(geometry: Geometry): Position | undefined {
  const rings = geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []
  let sharpest: { angle: number; tip: Position } | undefined
  for (const ring of rings) {
    // The last position repeats the first, so that the corner there is looked at too.
    const corners = ring.slice(0, -1)
    for (const [index, tip] of corners.entries()) {
      const angle = angleAt(corners.at(index - 1), tip, corners[(index + 1) % corners.length])
      if (angle < Math.min(SHARPEST_DEGREES, sharpest?.angle ?? Infinity)) sharpest = { angle, tip }
    }
  }
  return sharpest?.tip
}

/** The angle between the ways in and out of a corner, in degrees; a straight line where there is none. */
function angleAt(
  before: Position | undefined,
  corner: Position,
  after: Position | undefined,
): number {
  if (before === undefined || after === undefined) return 180
  const [inX, inY] = step(before, corner)
  const [outX, outY] = step(corner, after)
  if (Math.hypot(inX, inY) === 0 || Math.hypot(outX, outY) === 0) return 180
  const turn = Math.abs(Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY))
  return 180 - (turn * 180) / Math.PI
}

/** East and north from one position to the next, in degrees of latitude. */
function step([lon1, lat1]: Position, [lon2, lat2]: Position): readonly [number, number] {
  return [(lon2 - lon1) * Math.cos((lat1 * Math.PI) / 180), lat2 - lat1]
}
