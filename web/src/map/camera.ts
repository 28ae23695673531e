import type { Map as MapLibreMap } from 'maplibre-gl'
import { boundsOf } from './borders.ts'
import type { LonLat, MapBase, MapPadding, MapView } from './types.ts'

/** Motion is short and tells where one has gone; MapLibre drops it when reduced motion is wished for. */
const DURATION_MS = 200

export const NO_PADDING: MapPadding = { top: 0, right: 0, bottom: 0, left: 0 }

const MARGIN_PX = 28

/** Room for a fitted district: beside the panels and off the edges. */
export function withMargin({ top, right, bottom, left }: MapPadding): MapPadding {
  return {
    top: top + MARGIN_PX,
    right: right + MARGIN_PX,
    bottom: bottom + MARGIN_PX,
    left: left + MARGIN_PX,
  }
}

/** Where the map looks now, rounded to what a URL carries: about a metre, a hundredth of a zoom step, a degree. */
export function viewOf(map: MapLibreMap): MapView {
  const { lng, lat } = map.getCenter()
  const [pitch, bearing] = [Math.round(map.getPitch()), Math.round(map.getBearing())]
  return {
    lon: Number(lng.toFixed(5)),
    lat: Number(lat.toFixed(5)),
    zoom: Number(map.getZoom().toFixed(2)),
    ...(pitch === 0 ? {} : { pitch }),
    ...(bearing === 0 ? {} : { bearing }),
  }
}

/** Whether two views are the same place at the same scale. */
function sameView(a: MapView, b: MapView): boolean {
  return (
    a.lon === b.lon &&
    a.lat === b.lat &&
    a.zoom === b.zoom &&
    (a.pitch ?? 0) === (b.pitch ?? 0) &&
    (a.bearing ?? 0) === (b.bearing ?? 0)
  )
}

/** Moves to a view unless the map is already there. */
export function showView(map: MapLibreMap, view: MapView): void {
  if (sameView(viewOf(map), view)) return
  map.easeTo({
    center: [view.lon, view.lat],
    zoom: view.zoom,
    pitch: view.pitch ?? 0,
    bearing: view.bearing ?? 0,
    duration: DURATION_MS,
  })
}

/** Shows the whole district beside the panels. */
export function fitDistrict(map: MapLibreMap, base: MapBase, padding: MapPadding, pitch = 0): void {
  map.fitBounds(boundsOf(base.district.features), {
    padding: withMargin(padding),
    pitch,
    bearing: 0,
    duration: DURATION_MS,
  })
}

/** A flight over the district is long enough to be followed. */
const FLIGHT_MS = 1800

/** Flies to a view, its place in the middle of what panels leave free; at once where reduced motion is wished for. */
export function flyTo(
  map: MapLibreMap,
  { lon, lat, zoom, pitch = 0, bearing = 0 }: MapView,
  padding: MapPadding,
): void {
  map.flyTo({
    center: [lon, lat],
    zoom,
    pitch,
    bearing,
    offset: middleOf(padding),
    duration: FLIGHT_MS,
  })
}

/** Looks at the same place from the side or from above. */
export function tilt(map: MapLibreMap, pitch: number): void {
  map.easeTo({ pitch, duration: DURATION_MS })
}

/** West, south, east, north of what panels leave free; what is seen from the side is a trapezoid, and this is around it. */
export function boundsInSight(
  map: MapLibreMap,
  { top, right, bottom, left }: MapPadding,
): [number, number, number, number] {
  const { clientWidth, clientHeight } = map.getContainer()
  const corners = [
    [left, top],
    [clientWidth - right, top],
    [left, clientHeight - bottom],
    [clientWidth - right, clientHeight - bottom],
  ] as const
  const places = corners.map(([x, y]) => map.unproject([x, y]))
  const [lons, lats] = [places.map(({ lng }) => lng), places.map(({ lat }) => lat)]
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

const middleOf = (padding: MapPadding): [number, number] => [
  (padding.left - padding.right) / 2,
  (padding.top - padding.bottom) / 2,
]

/** Closest zoom at which places are fitted: one plant with its risk points reads well. */
const CLOSEST_FIT = 15

/** Shows all places beside the panels. `positions`: interleaved lon, lat; nothing happens without one. */
export function fitPlaces(
  map: MapLibreMap,
  positions: Float64Array,
  padding: MapPadding,
  pitch = 0,
): void {
  if (positions.length === 0) return
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  positions.forEach((value, index) => {
    const [low, high] = index % 2 === 0 ? ([0, 2] as const) : ([1, 3] as const)
    bounds[low] = Math.min(bounds[low], value)
    bounds[high] = Math.max(bounds[high], value)
  })
  map.fitBounds(bounds, {
    padding: withMargin(padding),
    pitch,
    bearing: 0,
    maxZoom: CLOSEST_FIT,
    duration: DURATION_MS,
  })
}

/** Brings a place to the middle of what panels leave free. */
export function goTo(
  map: MapLibreMap,
  [lon, lat]: LonLat,
  zoom: number,
  padding: MapPadding,
): void {
  map.easeTo({
    center: [lon, lat],
    zoom,
    duration: DURATION_MS,
    offset: middleOf(padding),
  })
}

/** Whether a place is in sight and not under a panel. */
export function inSight(map: MapLibreMap, location: LonLat, padding: MapPadding): boolean {
  const { x, y } = map.project([location[0], location[1]])
  const { clientWidth, clientHeight } = map.getContainer()
  return (
    x > padding.left &&
    y > padding.top &&
    x < clientWidth - padding.right &&
    y < clientHeight - padding.bottom
  )
}
