import type { Position, Ring, Surface } from '../geojson.ts'
import { covers, edgeKey, edgesOf, keyOf, reversed, signedArea, type Edge } from './planar.ts'

/**
 * Follows directed edges into closed rings, at each junction turning as far left as there is an edge,
 * so that no ring touches itself. Given both directions of every edge it yields the faces
 * (counter-clockwise) and the outside (clockwise).
 */
export function traceRings(edges: readonly Edge[]): Ring[] {
  const leaving = new Map<string, Edge[]>()
  for (const edge of edges) {
    const key = keyOf(edge[0])
    leaving.set(key, [...(leaving.get(key) ?? []), edge])
  }
  const used = new Set<string>()
  return edges.flatMap((start) => {
    if (used.has(edgeKey(start))) return []
    const ring: Ring = [start[0]]
    for (let edge = start; !used.has(edgeKey(edge));) {
      used.add(edgeKey(edge))
      ring.push(edge[1])
      edge = leftmost(edge, leaving.get(keyOf(edge[1])) ?? [])
    }
    return [ring]
  })
}

function leftmost(arriving: Edge, candidates: readonly Edge[]): Edge {
  const back = bearing(reversed(arriving))
  const turn = (edge: Edge) => {
    const clockwise = (back - bearing(edge) + 4 * Math.PI) % (2 * Math.PI)
    return clockwise === 0 ? 2 * Math.PI : clockwise
  }
  const [first, ...rest] = candidates
  if (first === undefined) throw new Error(`the edges stop at ${keyOf(arriving[1])}`)
  return rest.reduce((best, edge) => (turn(edge) < turn(best) ? edge : best), first)
}

const bearing = ([[x1, y1], [x2, y2]]: Edge) => Math.atan2(y2 - y1, x2 - x1)

/** The union of faces that share their edges exactly: edges met in both directions vanish, the rest is the outline. */
export function merge(faces: readonly Ring[]): Surface {
  const edges = new Map(faces.flatMap(edgesOf).map((edge) => [edgeKey(edge), edge]))
  const outline = [...edges.values()].filter((edge) => !edges.has(edgeKey(reversed(edge))))
  const rings = traceRings(outline)
  const holes = rings.filter((ring) => signedArea(ring) < 0)
  return {
    type: 'MultiPolygon',
    coordinates: rings
      .filter((ring) => signedArea(ring) > 0)
      .map((shell) => [shell, ...holes.filter((hole) => covers([shell], middleOfFirstEdge(hole)))]),
  }
}

function middleOfFirstEdge(ring: Ring): Position {
  const [edge] = edgesOf(ring)
  if (edge === undefined) throw new Error('a ring has edges')
  const [[x1, y1], [x2, y2]] = edge
  return [(x1 + x2) / 2, (y1 + y2) / 2]
}
