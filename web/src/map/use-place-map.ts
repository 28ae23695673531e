import type { Polygon } from 'geojson'
import type { Map as MapLibreMap, Marker } from 'maplibre-gl'
import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { PALETTES } from './palette.ts'
import {
  createPlaceCanvas,
  placeHex,
  placeStyle,
  redraw,
  showAround,
  showPlace,
  type PlaceDrawing,
  type PlaceMark,
} from './place-canvas.ts'
import { cornerElement, pinElement, standPin } from './place-pins.ts'
import { areaOf, cornersOf, rounded, type PlacePoint } from './ring.ts'
import type { LonLat, MapBase, MapLocale, MapTheme } from './types.ts'

/** What a tap on the small map does. */
export type PlaceEditing = 'point' | 'area' | null

/** What the small map is told; read anew on every drawing. */
export interface PlaceInputs {
  readonly base: MapBase | null
  readonly location: PlacePoint | null
  readonly extent: Polygon | null
  readonly editing: PlaceEditing
  readonly level: number | null
  readonly around: readonly PlaceMark[]
  readonly home: PlacePoint | null
  readonly theme: MapTheme
  readonly locale: MapLocale
  readonly texts: {
    readonly home: string
    readonly title: string
    readonly wheel: string
    readonly fingers: string
  }
}

interface PlaceMapHandle {
  readonly map: ShallowRef<MapLibreMap | null>
  readonly corners: ShallowRef<readonly LonLat[]>
  /** True: the browser draws no map. */
  readonly failed: ShallowRef<boolean>
  open(container: HTMLElement): void
  draw(): void
  restyle(): void
  /** Takes over an area that came from outside. */
  adopt(): void
  undo(): void
  clear(): void
  /** Places what is edited in the middle of the map. */
  placeCentre(): void
}

interface PlaceEvents {
  placed(location: PlacePoint): void
  drawn(area: Polygon | null): void
}

/** The small map outside of Vue's reactivity; closed with the component. */
export function usePlaceMap(inputs: () => PlaceInputs, events: PlaceEvents): PlaceMapHandle {
  const map = shallowRef<MapLibreMap | null>(null)
  const corners = shallowRef<readonly LonLat[]>(cornersOf(inputs().extent))
  const failed = shallowRef(false)
  let pins: Marker[] = []
  let oriented = false

  const placeOf = (point: PlacePoint | null): LonLat | null =>
    point === null ? null : point.coordinates

  function drawing(): PlaceDrawing {
    const { level, around, home, theme, texts } = inputs()
    const place = placeOf(home)
    return {
      area: areaOf(corners.value),
      line: corners.value,
      around,
      home: place === null ? null : { place, name: texts.home },
      hex: placeHex(level, theme),
    }
  }

  function setCorners(next: readonly LonLat[]): void {
    corners.value = next
    draw()
    events.drawn(areaOf(next))
  }

  function draw(): void {
    if (map.value === null) return
    orient()
    const { location, editing, level, theme } = inputs()
    redraw(map.value, drawing())
    for (const pin of pins) pin.remove()
    pins = []
    const hex = placeHex(level, theme)
    const place = placeOf(location)
    if (place !== null) {
      const moved = ([lon, lat]: LonLat) =>
        events.placed({ type: 'Point', coordinates: [lon, lat] })
      pins.push(
        standPin(map.value, place, {
          element: pinElement(level, hex, PALETTES[theme].mark),
          anchor: 'bottom',
          ...(editing === 'point' ? { moved } : {}),
        }),
      )
    }
    if (editing !== 'area') return
    for (const [index, corner] of corners.value.entries()) {
      pins.push(
        standPin(map.value, corner, {
          element: cornerElement(hex),
          anchor: 'center',
          moved: (to) => setCorners(corners.value.with(index, to)),
        }),
      )
    }
  }

  function put(place: LonLat): void {
    const { editing } = inputs()
    const [lon, lat] = rounded(place)
    if (editing === 'point') events.placed({ type: 'Point', coordinates: [lon, lat] })
    if (editing === 'area') setCorners([...corners.value, [lon, lat]])
  }

  /** Looks at what stands around while nothing is placed; once, so that nobody's map moves under their hand. */
  function orient(): void {
    const { location, around, home, editing } = inputs()
    if (
      map.value === null ||
      oriented ||
      location !== null ||
      around.length < 2 ||
      (editing !== null && home !== null)
    )
      return
    oriented = true
    showAround(map.value, around, placeOf(home))
  }

  function open(container: HTMLElement): void {
    const { base, theme, locale, location, home, editing, texts } = inputs()
    if (base === null || map.value !== null) return
    try {
      const made = createPlaceCanvas({
        container,
        base,
        style: placeStyle(base, drawing(), { theme, locale }),
        centre: placeOf(location) ?? placeOf(home),
        title: texts.title,
        cooperative: editing === null,
        hints: texts,
      })
      made.on('click', ({ lngLat }) => put([lngLat.lng, lngLat.lat]))
      made.on('load', draw)
      map.value = made
      showPlace(made, areaOf(corners.value), null)
      orient()
      draw()
    } catch {
      failed.value = true
    }
  }

  onBeforeUnmount(() => map.value?.remove())
  return {
    map,
    corners,
    failed,
    open,
    draw,
    restyle() {
      const { base, theme, locale } = inputs()
      if (base !== null) map.value?.setStyle(placeStyle(base, drawing(), { theme, locale }))
      draw()
    },
    adopt() {
      const { extent, location } = inputs()
      const mine = areaOf(corners.value)
      if (JSON.stringify(extent) !== JSON.stringify(mine) && !(extent === null && mine === null))
        corners.value = cornersOf(extent)
      draw()
      if (map.value !== null) showPlace(map.value, null, placeOf(location))
    },
    undo: () => setCorners(corners.value.slice(0, -1)),
    clear: () => setCorners([]),
    placeCentre() {
      const centre = map.value?.getCenter()
      if (centre !== undefined) put([centre.lng, centre.lat])
    },
  }
}
