import type { Position } from '@onemap/geodata/geojson'

const METRES_PER_DEGREE = 111_320
/** The district spans a sixth of a degree: one cosine is exact to a part in a thousand. */
const COSINE = Math.cos((34.58 * Math.PI) / 180)

/** A vector on the ground, in metres east and north. */
export type Offset = readonly [east: number, north: number]

/** The position that lies an offset away, rounded to six decimals (a decimetre). */
export function moved([lon, lat]: Position, [east, north]: Offset): Position {
  return [
    rounded(lon + east / METRES_PER_DEGREE / COSINE),
    rounded(lat + north / METRES_PER_DEGREE),
  ]
}

/** From one position to another, in metres. */
export function offsetBetween(from: Position, to: Position): Offset {
  return [(to[0] - from[0]) * METRES_PER_DEGREE * COSINE, (to[1] - from[1]) * METRES_PER_DEGREE]
}

/** Distance in metres. */
export function distanceBetween(a: Position, b: Position): number {
  return Math.hypot(...offsetBetween(a, b))
}

/** Distance in metres from a position to a chain of straight lines. */
export function distanceToLine(position: Position, line: readonly Position[]): number {
  let nearest = Number.POSITIVE_INFINITY
  let before: Offset | undefined
  for (const vertex of line) {
    const here = offsetBetween(position, vertex)
    nearest = Math.min(
      nearest,
      before === undefined ? Math.hypot(...here) : distanceFromOrigin(before, here),
    )
    before = here
  }
  return nearest
}

export function rotated([east, north]: Offset, radians: number): Offset {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  return [east * cos - north * sin, east * sin + north * cos]
}

function distanceFromOrigin([x1, y1]: Offset, [x2, y2]: Offset): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(x1 * dx + y1 * dy) / length))
  return Math.hypot(x1 + t * dx, y1 + t * dy)
}

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6
