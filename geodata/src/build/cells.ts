import { Delaunay } from 'd3-delaunay'
import type { Position, Ring } from '../geojson.ts'
import {
  covers,
  crossing,
  edgeKey,
  edgesOf,
  keyOf,
  reversed,
  signedArea,
  snap,
  splitAt,
  type Edge,
} from './planar.ts'
import { fromPlane, toPlane } from './plane.ts'
import { traceRings } from './rings.ts'

interface Cells {
  /** The faces nearest to each seed; more than one where a bend of the outline cuts a cell apart. */
  facesOf: Ring[][]
  /** Each edge of the outline (by `edgeKey`) with the pieces it was broken into where cells meet it. */
  outline: Map<string, Edge[]>
}

/** Voronoi cells of the seeds within a simple outline, sharing every vertex and edge exactly. */
export function cellsWithin(outline: Ring, seeds: readonly Position[]): Cells {
  const walls = uniqueWalls(seeds)
  const borders = edgesOf(outline)
  const pieces = walls
    .flatMap((wall) =>
      splitAt(
        wall,
        borders.map((border) => crossing(wall, border)).filter((cut) => cut !== null),
      ),
    )
    .filter(([[x1, y1], [x2, y2]]) => covers([outline], [(x1 + x2) / 2, (y1 + y2) / 2]))
  const broken = new Map(
    borders.map((border) => [
      edgeKey(border),
      splitAt(
        border,
        walls.map((wall) => crossing(wall, border)).filter((cut) => cut !== null),
      ),
    ]),
  )
  const edges = [...[...broken.values()].flat(), ...pieces]
  const faces = traceRings([...edges, ...edges.map(reversed)]).filter(
    (ring) => signedArea(ring) > 0,
  )
  return { facesOf: give(faces, seeds), outline: broken }
}

/** The walls between cells, in degrees. Far seeds all around keep every wall finite. */
function uniqueWalls(seeds: readonly Position[]): Edge[] {
  const [cx, cy] = toPlane(seeds[0] ?? [0, 0])
  const far = Array.from({ length: 12 }, (_, i): Position => [
    cx + 200 * Math.cos((i * Math.PI) / 6),
    cy + 200 * Math.sin((i * Math.PI) / 6),
  ])
  const voronoi = new Delaunay(Float64Array.from([...seeds.map(toPlane), ...far].flat())).voronoi([
    cx - 400,
    cy - 400,
    cx + 400,
    cy + 400,
  ])
  const walls = new Map<string, Edge>()
  seeds.forEach((_, i) => {
    const cell = [...voronoi.cellPolygon(i)].map(([x, y]) => snap(fromPlane([x, y])))
    for (const edge of edgesOf(cell))
      if (!walls.has(edgeKey(reversed(edge)))) walls.set(edgeKey(edge), edge)
  })
  return [...walls.values()]
}

/** A face with a seed goes to it; one cut off from its seed goes to the neighbour it shares most edges with. */
function give(faces: readonly Ring[], seeds: readonly Position[]): Ring[][] {
  const facesOf = seeds.map((seed) => faces.filter((face) => covers([face], seed)))
  const ownerOfEdge = new Map<string, number>()
  facesOf.forEach((own, i) =>
    own.flatMap(edgesOf).forEach((edge) => ownerOfEdge.set(edgeKey(edge), i)),
  )
  const given = new Set(facesOf.flat())
  for (const face of faces.filter((one) => !given.has(one))) {
    const lengths = new Map<number, number>()
    for (const edge of edgesOf(face)) {
      const owner = ownerOfEdge.get(edgeKey(reversed(edge)))
      if (owner !== undefined) lengths.set(owner, (lengths.get(owner) ?? 0) + lengthOf(edge))
    }
    const [longest] = [...lengths].sort(([, a], [, b]) => b - a)
    if (longest === undefined)
      throw new Error(`a face at ${keyOf(face[0] ?? [0, 0])} touches no cell`)
    facesOf[longest[0]]?.push(face)
  }
  return facesOf
}

const lengthOf = ([[x1, y1], [x2, y2]]: Edge) => Math.hypot(x2 - x1, y2 - y1)
