import type { Label } from './dictionary.ts'

/** Longitude and latitude in degrees. */
type LonLat = readonly [longitude: number, latitude: number]

/** What is said to who sends another one. */
export const PLACE_EXPECTED = {
  zh: '经度应在 -180 至 180 之间，纬度应在 -90 至 90 之间，且不能是 0,0',
  en: 'a longitude from -180 to 180 and a latitude from -90 to 90, and not 0,0',
} as const satisfies Label

/**
 * Whether a position is a place: in the world, and not at 0,0, where missing coordinates end up. The database's
 * `…_in_the_world` constraints say the same.
 */
export function isPlace([longitude, latitude]: LonLat): boolean {
  return (
    Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90 && (longitude !== 0 || latitude !== 0)
  )
}
