import type { Feature, FeatureCollection, Polygon } from 'geojson'
import {
  Map as MapLibreMap,
  ScaleControl,
  type LayerSpecification,
  type StyleSpecification,
  type SymbolLayerSpecification,
} from 'maplibre-gl'
import { baseStyle, FONTS } from './basemap.ts'
import { boundsOf } from './borders.ts'
import { PALETTES, levelHex } from './palette.ts'
import { surroundings } from './surroundings.ts'
import type { LonLat, MapBase, MapLocale, MapTheme } from './types.ts'
import './worker.ts'

/** Something drawn faintly beside what is placed, so that one finds one's way. */
export interface PlaceMark {
  readonly location: { readonly coordinates: readonly [number, number] }
  /** 0 or null: not assessed. */
  readonly level: number | null
  readonly name: string
}

/** What the small map draws on top of the base map. */
export interface PlaceDrawing {
  readonly area: Polygon | null
  /** Corners that make no area yet. */
  readonly line: readonly LonLat[]
  readonly around: readonly PlaceMark[]
  /** Where one's own ground is registered, with its name; null: not drawn. */
  readonly home: { readonly place: LonLat; readonly name: string } | null
  /** Colour of the area. */
  readonly hex: string
}

const collection = (features: readonly Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [...features],
})

function features({ area, line, around, home, hex }: PlaceDrawing): {
  area: FeatureCollection
  around: FeatureCollection
  home: FeatureCollection
} {
  return {
    area: collection([
      ...(area === null ? [] : [{ type: 'Feature' as const, properties: { hex }, geometry: area }]),
      ...(area === null && line.length > 1
        ? [
            {
              type: 'Feature' as const,
              properties: { hex },
              geometry: {
                type: 'LineString' as const,
                coordinates: line.map(([lon, lat]) => [lon, lat]),
              },
            },
          ]
        : []),
    ]),
    around: collection(
      around.map(({ location, level, name }) => ({
        type: 'Feature',
        properties: { hex: levelHex(level ?? 0), name },
        geometry: { type: 'Point', coordinates: [...location.coordinates] },
      })),
    ),
    home: collection(
      home === null
        ? []
        : [
            {
              type: 'Feature',
              properties: { name: home.name },
              geometry: { type: 'Point', coordinates: [...home.place] },
            },
          ],
    ),
  }
}

function layers(theme: MapTheme): LayerSpecification[] {
  const { edge, label, halo, mark } = PALETTES[theme]
  const named: SymbolLayerSpecification['layout'] = {
    'text-field': ['get', 'name'],
    'text-font': FONTS,
    'text-size': 12,
    'text-max-width': 9,
  }
  return [
    {
      id: 'place-area',
      type: 'fill',
      source: 'place-area',
      filter: ['==', '$type', 'Polygon'],
      paint: { 'fill-color': ['get', 'hex'], 'fill-opacity': 0.22 },
    },
    {
      id: 'place-area-edge',
      type: 'line',
      source: 'place-area',
      paint: { 'line-color': ['get', 'hex'], 'line-width': 2.5 },
    },
    {
      id: 'place-around-names',
      type: 'symbol',
      source: 'place-around',
      minzoom: 14.5,
      layout: {
        ...named,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.8,
        'text-justify': 'auto',
        'text-padding': 4,
      },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 1.4 },
    },
    {
      id: 'place-home',
      type: 'circle',
      source: 'place-home',
      paint: {
        'circle-radius': 9,
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': label,
        'circle-stroke-width': 1.6,
      },
    },
    {
      id: 'place-home-name',
      type: 'symbol',
      source: 'place-home',
      layout: { ...named, 'text-anchor': 'bottom', 'text-offset': [0, -1] },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 1.4 },
    },
    // Above the names: the level is what one looks for.
    {
      id: 'place-around',
      type: 'circle',
      source: 'place-around',
      paint: {
        'circle-radius': 6,
        'circle-color': ['get', 'hex'],
        'circle-opacity': 0.9,
        'circle-stroke-color': theme === 'dark' ? mark : `rgba(${edge.slice(0, 3).join(',')},.7)`,
        'circle-stroke-width': 1.2,
      },
    },
  ]
}

interface PlaceStyleOptions {
  readonly theme: MapTheme
  readonly locale: MapLocale
}

/** The base map with the small map's own layers. */
export function placeStyle(
  base: MapBase,
  drawing: PlaceDrawing,
  { theme, locale }: PlaceStyleOptions,
): StyleSpecification {
  const style = baseStyle(base, {
    theme,
    locale,
    visible: new Set(
      base.tianditu === null
        ? ['towns', 'villages', 'canal']
        : ['towns', 'villages', 'canal', 'tianditu'],
    ),
  })
  const { area, around, home } = features(drawing)
  return {
    ...style,
    sources: {
      ...style.sources,
      'place-area': { type: 'geojson', data: area },
      'place-around': { type: 'geojson', data: around },
      'place-home': { type: 'geojson', data: home },
    },
    layers: [...style.layers, ...layers(theme)],
  }
}

/** Draws what changed, without a new style. */
export function redraw(map: MapLibreMap, drawing: PlaceDrawing): void {
  for (const [name, data] of Object.entries(features(drawing))) {
    const source = map.getSource(`place-${name}`)
    if (source !== undefined && 'setData' in source && typeof source.setData === 'function')
      source.setData(data)
  }
}

/** Scale at which one plant is placed. */
export const PLANT_ZOOM = 16.3

interface PlaceCanvasOptions {
  readonly container: HTMLElement
  readonly style: StyleSpecification
  readonly base: MapBase
  /** Null: the whole district. */
  readonly centre: LonLat | null
  /** Read out for the focused map. */
  readonly title: string
  /** A page scrolls over the map; two fingers or Ctrl move it. */
  readonly cooperative: boolean
  /** Says how to move a cooperative map. */
  readonly hints: { readonly wheel: string; readonly fingers: string }
}

/** Makes the small map. It has no layers of deck.gl. @throws when the browser offers no WebGL 2 */
export function createPlaceCanvas({
  container,
  style,
  base,
  centre,
  title,
  cooperative,
  hints,
}: PlaceCanvasOptions): MapLibreMap {
  const map = new MapLibreMap({
    container,
    style,
    ...(centre === null
      ? { bounds: boundsOf(base.district.features), fitBoundsOptions: { padding: 16 } }
      : { center: [centre[0], centre[1]], zoom: PLANT_ZOOM }),
    minZoom: 7,
    maxZoom: 20,
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    pitchWithRotate: false,
    dragRotate: false,
    cooperativeGestures: cooperative,
    locale: {
      'Map.Title': title,
      'CooperativeGesturesHandler.WindowsHelpText': hints.wheel,
      'CooperativeGesturesHandler.MacHelpText': hints.wheel,
      'CooperativeGesturesHandler.MobileHelpText': hints.fingers,
    },
  })
  map.touchZoomRotate.disableRotation()
  map.addControl(new ScaleControl({ maxWidth: 96, unit: 'metric' }), 'bottom-left')
  return map
}

/** Shows the marks around, where nothing of one's own is placed; not those that lie far off. */
export function showAround(
  map: MapLibreMap,
  around: readonly PlaceMark[],
  home: LonLat | null,
): void {
  const places = [
    ...surroundings(
      around.map(({ location }) => location.coordinates),
      home,
    ),
    ...(home === null ? [] : [home]),
  ]
  const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)]
  if (places.length < 2) return
  map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
    padding: 56,
    maxZoom: 18,
    duration: 0,
  })
}

/** Shows all corners of an area, or brings a place into sight if it is out of it. */
export function showPlace(map: MapLibreMap, area: Polygon | null, place: LonLat | null): void {
  if (area !== null) {
    map.fitBounds(boundsOf([{ geometry: area }]), { padding: 48, maxZoom: 17, duration: 0 })
  } else if (place !== null && !map.getBounds().contains([place[0], place[1]])) {
    map.easeTo({
      center: [place[0], place[1]],
      zoom: Math.max(map.getZoom(), PLANT_ZOOM),
      duration: 200,
    })
  }
}

/** The colour of what is placed: its level's, or the accent. */
export const placeHex = (level: number | null, theme: MapTheme): string =>
  level === null || level === 0 ? PALETTES[theme].accent : levelHex(level)
