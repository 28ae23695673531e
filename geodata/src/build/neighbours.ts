import type { Ring } from '../geojson.ts'
import { edgeKey, edgesOf, reversed, type Edge } from './planar.ts'

/** A neighbour's ring with the district's border broken where the district's own cells broke it, so that both still meet. */
export function followOutline(ring: Ring, outline: ReadonlyMap<string, Edge[]>): Ring {
  const edges = edgesOf(ring).flatMap((edge): Edge[] => {
    const along = outline.get(edgeKey(edge))
    const against = outline.get(edgeKey(reversed(edge)))
    return along ?? against?.map(reversed).reverse() ?? [edge]
  })
  return [...edges.slice(0, 1).map(([from]) => from), ...edges.map(([, to]) => to)]
}
