import type { Position } from 'geojson'

/** WGS 84. */
const EQUATOR_M = 6_378_137
const ECCENTRICITY_2 = 0.00669437999014

/**
 * Metres between two places a few kilometres apart, along the ellipsoid: the radii of curvature at their mean
 * latitude take part. Within a kilometre it is right to a millimetre, so that a phone offline says what the server will.
 */
export function nearDistance(one: Position, other: Position): number {
  const [lon1 = 0, lat1 = 0] = one
  const [lon2 = 0, lat2 = 0] = other
  const mean = radians((lat1 + lat2) / 2)
  const bend = 1 - ECCENTRICITY_2 * Math.sin(mean) ** 2
  const north = (radians(lat2 - lat1) * EQUATOR_M * (1 - ECCENTRICITY_2)) / bend ** 1.5
  const east = (radians(lon2 - lon1) * Math.cos(mean) * EQUATOR_M) / Math.sqrt(bend)
  return Math.hypot(north, east)
}

const radians = (degrees: number) => (degrees * Math.PI) / 180
