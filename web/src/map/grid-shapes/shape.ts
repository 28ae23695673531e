import type { MultiPolygon, Polygon, Position } from 'geojson'

/** `[longitude, latitude]`, WGS 84 degrees, as the clipping takes it. */
export type Corner = [lon: number, lat: number]

/** A closed outline: its first corner is also its last. */
export type Outline = Corner[]

/** Coordinates of a GeoJSON MultiPolygon: parts, each with its outline and its holes. */
export type Shape = Outline[][]

/** Degrees as grids are kept: to the decimetre. */
const DECIMETRE = 1e6

export const cornerOf = ([lon = 0, lat = 0]: Position): Corner => [
  Math.round(lon * DECIMETRE) / DECIMETRE,
  Math.round(lat * DECIMETRE) / DECIMETRE,
]

export const sameCorner = (a: Corner, b: Corner): boolean => a[0] === b[0] && a[1] === b[1]

/** A boundary as the editor works with it. */
export function shapeOf(geometry: Polygon | MultiPolygon): Shape {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return parts.map((rings) => rings.map((ring) => ring.map(cornerOf)))
}

/** A boundary as the API takes it. */
export function geometryOf(shape: Shape): { type: 'MultiPolygon'; coordinates: Shape } {
  return { type: 'MultiPolygon', coordinates: shape }
}

/** Whether two boundaries are the same, corner by corner. */
export const sameShape = (a: Shape, b: Shape): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

const EARTH = 6_371_008.8
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Area inside an outline on the mean sphere, square metres; within half a percent of the ellipsoid's at these latitudes. */
function outlineArea(outline: Outline): number {
  let sum = 0
  outline.slice(1).forEach(([lon, lat], index) => {
    const [lon0, lat0] = outline[index] ?? [lon, lat]
    sum += radians(lon - lon0) * (2 + Math.sin(radians(lat0)) + Math.sin(radians(lat)))
  })
  return Math.abs((sum * EARTH * EARTH) / 2)
}

const partArea = ([outline = [], ...holes]: Outline[]): number =>
  outlineArea(outline) - holes.reduce((sum, hole) => sum + outlineArea(hole), 0)

/** Area of a boundary in square metres. */
export const squareMetres = (shape: Shape): number =>
  shape.reduce((sum, part) => sum + partArea(part), 0)

/** What rounding leaves over between two borders, square metres: no land. */
const SLIVER = 100

/** The same boundary to the decimetre, without doubled corners and the slivers that clipping leaves. */
export function tidied(shape: Shape): Shape {
  const closed = (ring: Outline): Outline =>
    ring
      .map(cornerOf)
      .filter((corner, index, all) => index === 0 || !sameCorner(corner, all[index - 1] ?? [0, 0]))
  return shape
    .map((part) =>
      part
        .map(closed)
        .filter((ring, index) => ring.length > 3 && (index === 0 || outlineArea(ring) >= SLIVER)),
    )
    .filter((part) => part[0] !== undefined && partArea(part) >= SLIVER)
}
