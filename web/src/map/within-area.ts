import { rounded } from './ring.ts'
import type { LonLat } from './types.ts'

/** Within what is searched: so many metres around a place, or a drawn shape with so many metres around it. */
export type WithinArea =
  /** Null: not placed yet. */
  | { readonly kind: 'ring'; readonly centre: LonLat | null; readonly radius: number }
  /** Fewer than three corners make no shape yet. */
  | { readonly kind: 'shape'; readonly corners: readonly LonLat[]; readonly radius: number }

/** An area on the map with what was found in it. */
export interface MapWithin {
  readonly area: WithinArea
  readonly targets: readonly { readonly id: string; readonly location: LonLat }[]
  /** True: a tap places the centre or the next corner. */
  readonly placing: boolean
}

/** The area after a tap on the map. */
export function placed(area: WithinArea, location: LonLat): WithinArea {
  const place = rounded(location)
  return area.kind === 'ring'
    ? { ...area, centre: place }
    : { ...area, corners: [...area.corners, place] }
}

/** The area after its centre or one of its corners was dragged. */
export function dragged(area: WithinArea, index: number, location: LonLat): WithinArea {
  const place = rounded(location)
  return area.kind === 'ring'
    ? { ...area, centre: place }
    : { ...area, corners: area.corners.with(index, place) }
}

/** The places an area is made of. */
export function placesOf(area: WithinArea): readonly LonLat[] {
  if (area.kind === 'shape') return area.corners
  return area.centre === null ? [] : [area.centre]
}

const METRES_PER_DEGREE = 111_320

/** South-west and north-east corners of an area with the metres around it; empty where nothing is placed. Good enough to look at. */
export function cornersAround(area: WithinArea): LonLat[] {
  const places = placesOf(area)
  if (places.length === 0) return []
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
  const high = area.radius / METRES_PER_DEGREE
  const wide = high / Math.cos((Math.max(...lats) * Math.PI) / 180)
  return [
    [Math.min(...lons) - wide, Math.min(...lats) - high],
    [Math.max(...lons) + wide, Math.max(...lats) + high],
  ]
}
