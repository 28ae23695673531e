import type { Position } from '../geojson.ts'
import { squared } from './plane.ts'

const distance = (a: Position | undefined, b: Position | undefined) =>
  a && b ? Math.sqrt(squared(a, b)) : 0

/**
 * A short closed tour through the positions (nearest neighbour, then 2-opt). Villages named in the
 * order of their codes along it lie beside their namesakes: 张山子西、前、东, 大北洛 and 小北洛.
 */
export function tour(positions: readonly Position[]): Position[] {
  const [first, ...left] = positions
  const path = first ? [first] : []
  while (left.length > 0) {
    const here = path.at(-1)
    const next = left.reduce(
      (best, one, i) => (distance(here, one) < distance(here, left[best]) ? i : best),
      0,
    )
    path.push(...left.splice(next, 1))
  }
  for (let improved = true; improved;) {
    improved = false
    for (let i = 0; i < path.length - 2; i++) {
      for (let j = i + 2; j < path.length; j++) {
        const [a, b, c, d] = [path[i], path[i + 1], path[j], path[(j + 1) % path.length]]
        if (distance(a, c) + distance(b, d) + 1e-9 >= distance(a, b) + distance(c, d)) continue
        path.splice(i + 1, j - i, ...path.slice(i + 1, j + 1).reverse())
        improved = true
      }
    }
  }
  return path
}

/** The tour turned so that its position nearest to `anchor` stands at `index`. */
export function anchored(path: readonly Position[], anchor: Position, index: number): Position[] {
  const near = path.reduce(
    (best, one, i) => (distance(one, anchor) < distance(path[best], anchor) ? i : best),
    0,
  )
  return path
    .map((_, i) => path[(i + near - index + path.length) % path.length])
    .filter((one) => one !== undefined)
}
