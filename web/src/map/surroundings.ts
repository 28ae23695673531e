import type { LonLat } from './types.ts'

const METRES_PER_DEGREE = 111_320
/** What lies so near always belongs to one's surroundings. */
const NEAR_METRES = 500
/** What lies so many times farther than the usual does not: a mistyped place, an outlying store. */
const FAR_TIMES = 4

/**
 * The places around one's own ground, without what lies far off, so that a map fits them at a readable scale.
 * @param home where one is registered; null: the middle of the places
 */
export function surroundings(places: readonly LonLat[], home: LonLat | null): LonLat[] {
  const centre =
    home ?? ([median(places.map(([lon]) => lon)), median(places.map(([, lat]) => lat))] as const)
  const away = places.map((place) => metres(place, centre))
  const farthest = Math.max(NEAR_METRES, median(away) * FAR_TIMES)
  return places.filter((_place, index) => (away[index] ?? 0) <= farthest)
}

function metres([lon, lat]: LonLat, [otherLon, otherLat]: LonLat): number {
  return (
    Math.hypot((otherLon - lon) * Math.cos(lat * (Math.PI / 180)), otherLat - lat) *
    METRES_PER_DEGREE
  )
}

function median(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
}
