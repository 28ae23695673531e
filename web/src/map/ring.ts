import type { Polygon, Position } from 'geojson'
import type { LonLat } from './types.ts'

/** A GeoJSON point as the API takes it: exactly longitude and latitude, WGS 84. */
export interface PlacePoint {
  type: 'Point'
  coordinates: [lon: number, lat: number]
}

/** A GeoJSON polygon as the API takes it: one closed outline, WGS 84. */
export interface PlaceArea {
  type: 'Polygon'
  coordinates: [outline: [lon: number, lat: number][]]
}

const CENTIMETRE = 1e7

/** Degrees as they are kept: to the centimetre. */
export const rounded = ([lon, lat]: LonLat): LonLat => [
  Math.round(lon * CENTIMETRE) / CENTIMETRE,
  Math.round(lat * CENTIMETRE) / CENTIMETRE,
]

/** The corners of an outline, the first not repeated at the end. */
export function cornersOf(area: Polygon | null | undefined): readonly LonLat[] {
  const ring = area?.coordinates[0] ?? []
  return ring.slice(0, -1).map(([lon = 0, lat = 0]): LonLat => [lon, lat])
}

/** An area that was drawn or read, as the API takes it. */
export const sentArea = (area: Polygon | null): PlaceArea | null => areaOf(cornersOf(area))

/** An area of corners; null below three, or where its edges cross. */
export function areaOf(corners: readonly LonLat[]): PlaceArea | null {
  const [first] = corners
  if (first === undefined || corners.length < 3 || crosses(corners)) return null
  return {
    type: 'Polygon',
    coordinates: [[...corners, first].map(([lon, lat]): [number, number] => [lon, lat])],
  }
}

const side = (a: LonLat, b: LonLat, c: LonLat): number =>
  Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))

/** Whether two edges of the closed outline of some corners cross. */
export function crosses(corners: readonly LonLat[]): boolean {
  const edges = corners.map(
    (from, index) => [from, corners[(index + 1) % corners.length] ?? from] as const,
  )
  return edges.some(([a, b], first) =>
    edges.some(([c, d], second) => {
      const apart = second - first
      if (apart < 2 || (first === 0 && second === edges.length - 1)) return false
      return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
    }),
  )
}

/** Whether a place lies inside one of some areas; holes are respected. */
export function inside(
  areas: readonly {
    readonly geometry:
      | { readonly type: 'Polygon'; readonly coordinates: Position[][] }
      | { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] }
  }[],
  [lon, lat]: LonLat,
): boolean {
  const rings = areas.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat(),
  )
  const crossed = rings.flatMap((ring) =>
    ring.slice(1).filter(([x2 = 0, y2 = 0], index) => {
      const [x1 = 0, y1 = 0] = ring[index] ?? []
      return y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1
    }),
  )
  return crossed.length % 2 === 1
}
