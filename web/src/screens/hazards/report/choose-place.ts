import type { PlacePoint } from '../../../map/ring.ts'
import { metresBetween } from './nearby.ts'

/** Where a place on the form came from. */
type PlaceSource = 'picked' | 'risk-point' | 'photo' | 'device' | 'enterprise'

export interface ChosenPlace {
  readonly location: PlacePoint
  readonly source: PlaceSource
  /** Metres by which the device may be wrong. */
  readonly accuracy?: number
}

/** Farther than this from the enterprise a device's position is somebody's way home, not the hazard. */
const FARTHEST_METRES = 3000

interface Candidates {
  /** Put on the map or typed by hand. */
  readonly picked: PlacePoint | null
  /** A risk point chosen from the list. */
  readonly riskPoint: PlacePoint | null
  /** Where the first photograph was taken. */
  readonly photo: PlacePoint | null
  readonly device: { readonly location: PlacePoint; readonly accuracy: number } | null
  readonly enterprise: PlacePoint | null
}

/**
 * The best place that is known: what a person chose, then where the photograph was taken, where the device is,
 * where the enterprise lies. Photograph and device count only near the enterprise.
 */
export function choosePlace({
  picked,
  riskPoint,
  photo,
  device,
  enterprise,
}: Candidates): ChosenPlace | null {
  const near = (place: PlacePoint): boolean =>
    enterprise === null || metresBetween(place, enterprise) <= FARTHEST_METRES
  if (picked !== null) return { location: picked, source: 'picked' }
  if (riskPoint !== null) return { location: riskPoint, source: 'risk-point' }
  if (photo !== null && near(photo)) return { location: photo, source: 'photo' }
  if (device !== null && near(device.location))
    return { location: device.location, source: 'device', accuracy: device.accuracy }
  return enterprise === null ? null : { location: enterprise, source: 'enterprise' }
}
