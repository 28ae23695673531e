import type { LineString, MultiLineString, Polygon, MultiPolygon, Position } from 'geojson'

type Areas = readonly { readonly geometry: Polygon | MultiPolygon }[]

const nameOf = ([lon = 0, lat = 0]: Position): string => `${lon},${lat}`

function ringsOf({ geometry }: Areas[number]): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

/**
 * Outlines of areas with every shared edge once, joined into long lines:
 * drawn twice a translucent line is too strong and a dashed one turns solid.
 */
export function bordersOf(areas: Areas): MultiLineString {
  const edges = new Map<string, [Position, Position]>()
  for (const ring of areas.flatMap(ringsOf)) {
    ring.slice(1).forEach((to, index) => {
      const from = ring[index] ?? to
      const [a, b] = [nameOf(from), nameOf(to)]
      if (a !== b) edges.set(a < b ? `${a} ${b}` : `${b} ${a}`, [from, to])
    })
  }
  const meeting = new Map<string, [Position, Position][]>()
  for (const edge of edges.values()) {
    for (const end of edge) meeting.set(nameOf(end), [...(meeting.get(nameOf(end)) ?? []), edge])
  }
  const left = new Set(edges.values())
  const lines: Position[][] = []
  for (const edge of edges.values()) {
    if (!left.delete(edge)) continue
    const forward = walk(edge[1])
    lines.push([...walk(edge[0]).toReversed(), ...edge, ...forward])
  }
  return { type: 'MultiLineString', coordinates: lines }

  /** Follows edges from a point until a junction or the end. */
  function walk(from: Position): Position[] {
    const line: Position[] = []
    for (let at = from; ;) {
      const edgesHere = meeting.get(nameOf(at)) ?? []
      const next = edgesHere.length === 2 ? edgesHere.find((edge) => left.has(edge)) : undefined
      if (next === undefined) return line
      left.delete(next)
      at = nameOf(next[0]) === nameOf(at) ? next[1] : next[0]
      line.push(at)
    }
  }
}

/** Where an area's name stands: the centre of gravity of its largest part. */
export function labelPoint(geometry: Polygon | MultiPolygon): Position {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const measured = parts.map((part) => gravity(part[0] ?? [])).sort((a, b) => b.area - a.area)
  return measured[0]?.centre ?? [0, 0]
}

/** Where the name of a line stands: a third along it, off the crowded middle; of a surface, its centre. */
export function namePlace(
  geometry: LineString | MultiLineString | Polygon | MultiPolygon,
): Position {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon') return labelPoint(geometry)
  const points = geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat()
  return points[Math.floor(points.length / 3)] ?? [0, 0]
}

function gravity(ring: readonly Position[]): { area: number; centre: Position } {
  let [area, x, y] = [0, 0, 0]
  ring.slice(1).forEach(([lon = 0, lat = 0], index) => {
    const [lon0 = 0, lat0 = 0] = ring[index] ?? []
    const cross = lon0 * lat - lon * lat0
    area += cross / 2
    x += (lon0 + lon) * cross
    y += (lat0 + lat) * cross
  })
  return {
    area: Math.abs(area),
    centre: area === 0 ? [...(ring[0] ?? [0, 0])] : [x / (6 * area), y / (6 * area)],
  }
}

/** West, south, east, north of areas. */
export function boundsOf(areas: Areas): [number, number, number, number] {
  const bounds: [number, number, number, number] = [180, 90, -180, -90]
  for (const [lon = 0, lat = 0] of areas.flatMap(ringsOf).flat()) {
    bounds[0] = Math.min(bounds[0], lon)
    bounds[1] = Math.min(bounds[1], lat)
    bounds[2] = Math.max(bounds[2], lon)
    bounds[3] = Math.max(bounds[3], lat)
  }
  return bounds
}
