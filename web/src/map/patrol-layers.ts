import circle from '@turf/circle'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { LayerSpecification, StyleSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { baseStyle, FONTS } from './basemap.ts'
import { levelHex, onLevel, PALETTES } from './palette.ts'
import type { LonLat, MapBase, MapLocale, MapTheme } from './types.ts'

/** An object on the map of a patrol. */
export interface PatrolMark {
  readonly id: string
  readonly name: string
  readonly location: { readonly coordinates: readonly [number, number] }
  /** Null: not assessed. */
  readonly level: number | null
  /** What is said below the name, such as how late it is; empty: nothing. */
  readonly note: string
  /** `now`: to be visited; `late`: missed; `done`: nothing to do. */
  readonly urgency: 'late' | 'now' | 'done'
  /** Place in the order of the patrol, from 1; null: not on it. */
  readonly order: number | null
}

/** What the map of a patrol shows. */
export interface PatrolScene {
  readonly grids: readonly { readonly geometry: Polygon | MultiPolygon }[]
  readonly marks: readonly PatrolMark[]
  readonly device: { readonly at: LonLat; readonly accuracy: number } | null
  readonly selected: string | null
}

const collection = (features: readonly Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [...features],
})
const point = (
  coordinates: readonly [number, number],
  properties: Feature['properties'],
): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [...coordinates] },
})

/** The scene as sources of the style. */
export function patrolSources({
  grids,
  marks,
  device,
  selected,
}: PatrolScene): Record<'grids' | 'route' | 'stops' | 'device', FeatureCollection> {
  const stops = marks
    .flatMap(({ order, location }) => (order === null ? [] : [{ order, at: location.coordinates }]))
    .toSorted((one, other) => one.order - other.order)
    .map(({ at }) => [...at])
  const way = [...(device === null ? [] : [[...device.at]]), ...stops]
  return {
    grids: collection(grids.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry }))),
    route: collection(
      way.length < 2
        ? []
        : [{ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates: way } }],
    ),
    stops: collection(
      marks.map(({ id, name, location, level, note, urgency, order }) =>
        point(location.coordinates, {
          id,
          urgency,
          hex: levelHex(level ?? 0),
          on: onLevel(level ?? 0),
          numeral: String(level ?? '–'),
          selected: id === selected,
          label: `${order === null ? '' : `${order} `}${name}${note === '' ? '' : `\n${note}`}`,
          rank: urgency === 'late' ? 0 : urgency === 'now' ? 1 : 2,
        }),
      ),
    ),
    device: collection(
      device === null
        ? []
        : [
            ...(device.accuracy > 15
              ? [circle([...device.at], device.accuracy, { units: 'meters', steps: 48 })]
              : []),
            point(device.at, {}),
          ],
    ),
  }
}

/** Farther out, names only cover each other and the marks. */
const NAMED_ZOOM = 11.8

function layers(theme: MapTheme): LayerSpecification[] {
  const { label, halo, rim, accent, districtLine, mark, hazard } = PALETTES[theme]
  const text: SymbolLayerSpecification['layout'] = {
    'text-font': FONTS,
    'text-size': 12,
    'symbol-sort-key': ['get', 'rank'],
  }
  return [
    {
      id: 'patrol-grid',
      type: 'fill',
      source: 'patrol-grids',
      paint: { 'fill-color': accent, 'fill-opacity': 0.08 },
    },
    {
      id: 'patrol-grid-edge',
      type: 'line',
      source: 'patrol-grids',
      paint: { 'line-color': accent, 'line-width': 2 },
    },
    {
      id: 'patrol-route',
      type: 'line',
      source: 'patrol-route',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': districtLine, 'line-width': 1.6, 'line-dasharray': [2, 2] },
    },
    {
      id: 'patrol-accuracy',
      type: 'fill',
      source: 'patrol-device',
      filter: ['==', '$type', 'Polygon'],
      paint: { 'fill-color': accent, 'fill-opacity': 0.16 },
    },
    {
      id: 'patrol-names',
      type: 'symbol',
      source: 'patrol-stops',
      minzoom: NAMED_ZOOM,
      layout: {
        ...text,
        'text-field': ['get', 'label'],
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1.35,
        'text-justify': 'auto',
        'text-max-width': 9,
        'text-padding': 3,
      },
      paint: {
        'text-color': label,
        'text-halo-color': halo,
        'text-halo-width': 1.4,
        'text-opacity': ['match', ['get', 'urgency'], 'done', 0.75, 1],
      },
    },
    {
      id: 'patrol-late',
      type: 'circle',
      source: 'patrol-stops',
      filter: ['==', 'urgency', 'late'],
      paint: {
        'circle-radius': 17,
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': hazard,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'patrol-selected',
      type: 'circle',
      source: 'patrol-stops',
      filter: ['==', 'selected', true],
      paint: {
        'circle-radius': 21,
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': accent,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'patrol-stops',
      type: 'circle',
      source: 'patrol-stops',
      layout: { 'circle-sort-key': ['-', 0, ['get', 'rank']] },
      paint: {
        'circle-radius': ['match', ['get', 'urgency'], 'done', 7, 12],
        'circle-color': ['get', 'hex'],
        'circle-opacity': ['match', ['get', 'urgency'], 'done', 0.6, 1],
        'circle-stroke-color': rim,
        'circle-stroke-width': 1.2,
      },
    },
    {
      id: 'patrol-numerals',
      type: 'symbol',
      source: 'patrol-stops',
      filter: ['!=', 'urgency', 'done'],
      layout: {
        ...text,
        'text-field': ['get', 'numeral'],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': ['get', 'on'] },
    },
    {
      id: 'patrol-device',
      type: 'circle',
      source: 'patrol-device',
      filter: ['==', '$type', 'Point'],
      paint: {
        'circle-radius': 7,
        'circle-color': accent,
        'circle-stroke-color': mark,
        'circle-stroke-width': 3,
      },
    },
  ]
}

/** The base map with a patrol on it. */
export function patrolStyle(
  base: MapBase,
  scene: PatrolScene,
  { theme, locale }: { readonly theme: MapTheme; readonly locale: MapLocale },
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
  const sources = Object.entries(patrolSources(scene)).map(([name, data]) => [
    `patrol-${name}`,
    { type: 'geojson' as const, data },
  ])
  return {
    ...style,
    sources: { ...style.sources, ...Object.fromEntries(sources) },
    layers: [...style.layers, ...layers(theme)],
  }
}
