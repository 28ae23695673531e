import type { Position } from '../geojson.ts'

const LATITUDE = 34.58
const KM_PER_DEGREE = 111.2
const COSINE = Math.cos((LATITUDE * Math.PI) / 180)

/** Degrees to kilometres on a flat plane around the district: affine, so straight lines stay straight. */
export const toPlane = ([lon, lat]: Position): Position => [
  lon * COSINE * KM_PER_DEGREE,
  lat * KM_PER_DEGREE,
]

/** The way back from `toPlane`. */
export const fromPlane = ([x, y]: Position): Position => [
  x / COSINE / KM_PER_DEGREE,
  y / KM_PER_DEGREE,
]

/** Squared distance on the plane, in km². */
export const squared = ([x1, y1]: Position, [x2, y2]: Position): number =>
  (x1 - x2) ** 2 + (y1 - y2) ** 2
