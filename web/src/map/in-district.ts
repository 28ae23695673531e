import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon'
import type { PlacePoint } from './ring.ts'
import type { MapBase } from './types.ts'

/** Whether a place lies in the district; null where its outline is not known. */
export function isInDistrict(
  base: Pick<MapBase, 'district'> | null,
  place: PlacePoint,
): boolean | null {
  const outlines = base?.district.features ?? []
  return outlines.length === 0
    ? null
    : outlines.some(({ geometry }) => booleanPointInPolygon(place.coordinates, geometry))
}
