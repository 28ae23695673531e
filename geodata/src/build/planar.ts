import type { Position, Ring } from '../geojson.ts'

/** A directed edge between two positions. */
export type Edge = readonly [Position, Position]

/** Degrees to six decimals (about 0.1 m): done once, before any topology, so that what is shared stays identical. */
export function snap([lon, lat]: Position): Position {
  return [Math.round(lon * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]
}

export const keyOf = (position: Position): string => position.join(' ')
export const edgeKey = ([from, to]: Edge): string => `${keyOf(from)}|${keyOf(to)}`
export const reversed = ([from, to]: Edge): Edge => [to, from]

/** The edges of a closed ring in its direction, without those of no length. */
export function edgesOf(ring: Ring): Edge[] {
  return ring.slice(1).flatMap((to, i): Edge[] => {
    const from = ring[i]
    return from === undefined || keyOf(from) === keyOf(to) ? [] : [[from, to]]
  })
}

/** Twice the signed area in square degrees; positive when the ring runs counter-clockwise. */
export function signedArea(ring: Ring): number {
  const [origin] = ring
  if (origin === undefined) return 0
  return edgesOf(ring).reduce(
    (sum, [[x1, y1], [x2, y2]]) =>
      sum + (x1 - origin[0]) * (y2 - origin[1]) - (x2 - origin[0]) * (y1 - origin[1]),
    0,
  )
}

/** Even-odd rule over all rings; the border itself may fall either way. */
export function covers(rings: readonly Ring[], [x, y]: Position): boolean {
  let inside = false
  for (const ring of rings) {
    let [x1, y1] = ring.at(-1) ?? [0, 0]
    for (const [x2, y2] of ring) {
      if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
      x1 = x2
      y1 = y2
    }
  }
  return inside
}

/** Where two segments cross or touch, snapped; null when they do not or are parallel. */
export function crossing([a, b]: Edge, [c, d]: Edge): Position | null {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]]
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]]
  const denominator = rx * sy - ry * sx
  if (denominator === 0) return null
  const [qx, qy] = [c[0] - a[0], c[1] - a[1]]
  const t = (qx * sy - qy * sx) / denominator
  const u = (qx * ry - qy * rx) / denominator
  return t < 0 || t > 1 || u < 0 || u > 1 ? null : snap([a[0] + t * rx, a[1] + t * ry])
}

/** An edge broken at the given positions, in its own direction. */
export function splitAt(edge: Edge, cuts: readonly Position[]): Edge[] {
  const [from, to] = edge
  const distance = ([x, y]: Position) => (x - from[0]) ** 2 + (y - from[1]) ** 2
  const chain = [from, ...[...cuts].sort((p, q) => distance(p) - distance(q)), to]
  return edgesOf(chain)
}
