import type { PlacePoint } from '../../../map/ring.ts'

const METRES_PER_DEGREE = 111_320

/** Metres between two places of one district: exact enough below 50 km. */
export function metresBetween(one: PlacePoint, other: PlacePoint): number {
  const [lon = 0, lat = 0] = one.coordinates
  const [otherLon = 0, otherLat = 0] = other.coordinates
  const east = (otherLon - lon) * Math.cos(((lat + otherLat) / 2) * (Math.PI / 180))
  return Math.hypot(east, otherLat - lat) * METRES_PER_DEGREE
}

export type Nearby<Place> = Place & { readonly metres: number }

/** The places nearest to one, nearest first. */
export function nearest<Place extends { readonly location: PlacePoint }>(
  places: readonly Place[],
  from: PlacePoint,
  most: number,
): Nearby<Place>[] {
  return places
    .map((place) => ({ ...place, metres: metresBetween(place.location, from) }))
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, most)
}

/** `west,south,east,north` so many metres around a place. */
export function boxAround({ coordinates: [lon = 0, lat = 0] }: PlacePoint, metres: number): string {
  const high = metres / METRES_PER_DEGREE
  const wide = high / Math.cos(lat * (Math.PI / 180))
  return [lon - wide, lat - high, lon + wide, lat + high]
    .map((degrees) => degrees.toFixed(6))
    .join(',')
}
