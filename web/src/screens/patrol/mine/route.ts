import type { PlacePoint } from '../../../map/ring.ts'
import { metresBetween, type Nearby } from '../../hazards/report/nearby.ts'

/**
 * The order in which to visit places: always on to the nearest one that is left.
 * @param from where one is; null: where the first place is
 * @returns each place with the metres from the one before, as the crow flies
 */
export function nearestFirst<Place extends { readonly location: PlacePoint }>(
  places: readonly Place[],
  from: PlacePoint | null,
): Nearby<Place>[] {
  const left = [...places]
  const order: Nearby<Place>[] = []
  let here = from ?? places[0]?.location
  while (left.length > 0 && here !== undefined) {
    const start: PlacePoint = here
    const [next] = left
      .map((place, index) => ({ place, index, metres: metresBetween(start, place.location) }))
      .toSorted((one, other) => one.metres - other.metres)
    if (next === undefined) break
    left.splice(next.index, 1)
    order.push({ ...next.place, metres: next.metres })
    here = next.place.location
  }
  return order
}
