import { isDoubtfulPlace } from '@onemap/api/domain/place-doubt'
import { computed, type ComputedRef } from 'vue'
import { isInDistrict } from '../../../map/in-district.ts'
import type { PlacePoint } from '../../../map/ring.ts'
import { useBaseMap } from '../../../map/use-base-map.ts'
import { metresBetween } from './nearby.ts'

/** Metres from the enterprise of a place that cannot be meant; null where nothing is odd about it. The server asks the same. */
export function usePlaceDoubt(
  place: () => PlacePoint | null,
  enterprise: () => PlacePoint | null,
): ComputedRef<number | null> {
  const { base } = useBaseMap()
  return computed(() => {
    const [here, home] = [place(), enterprise()]
    if (here === null || home === null) return null
    const metres = metresBetween(here, home)
    return isDoubtfulPlace({ inDistrict: isInDistrict(base.value, here), metres }) ? metres : null
  })
}
