import { RECEIPT_STATE_CODES } from '@onemap/api/domain/neighbour-notice'
import type {
  GeoJSONSource,
  GeoJSONSourceSpecification,
  LayerSpecification,
  Map as MapLibreMap,
} from 'maplibre-gl'
import { noticeFeatures } from './notice-features.ts'
import type { MapNotice } from './notice-types.ts'
import { PALETTES } from './palette.ts'
import { RECEIPT_LOOKS } from './receipt-looks.ts'
import type { MapPadding, MapTheme } from './types.ts'

const EMPTY = { type: 'FeatureCollection' as const, features: [] }

/** Empty until {@link drawNotices}. */
export const noticeSources = (): Record<string, GeoJSONSourceSpecification> =>
  Object.fromEntries(
    Object.keys(noticeFeatures([])).map((name) => [
      name,
      { type: 'geojson', data: EMPTY, tolerance: 0 },
    ]),
  )

/** Rings, lines and ends; no switch of the legend governs them. */
export function noticeLines(theme: MapTheme): LayerSpecification[] {
  const palette = PALETTES[theme]
  return [
    {
      id: 'notice-reach',
      type: 'fill',
      source: 'notice-rings',
      paint: { 'fill-color': palette.accent, 'fill-opacity': ['get', 'ground'] },
    },
    {
      id: 'notice-ring',
      type: 'line',
      source: 'notice-rings',
      paint: { 'line-color': palette.accent, 'line-width': 1.5, 'line-opacity': ['get', 'edge'] },
    },
    ...RECEIPT_STATE_CODES.flatMap((state): LayerSpecification[] => {
      const { width, dash, tone, end, filled } = RECEIPT_LOOKS[state]
      const colour = palette[tone]
      const filter: ['==', string, string] = ['==', 'state', state]
      return [
        {
          id: `notice-line-${state}`,
          type: 'line',
          source: 'notice-lines',
          filter,
          paint: {
            'line-color': colour,
            'line-width': width,
            ...(dash === undefined ? {} : { 'line-dasharray': [...dash] }),
          },
        },
        {
          id: `notice-end-${state}`,
          type: 'circle',
          source: 'notice-ends',
          filter,
          paint: {
            'circle-radius': end,
            'circle-color': filled ? colour : 'rgba(0, 0, 0, 0)',
            'circle-stroke-color': colour,
            'circle-stroke-width': state === 'late' ? 3 : 1.5,
          },
        },
      ]
    }),
  ]
}

/** The state of each receipt on its line, and the metres on the ring. @param fonts of the base map's labels */
export function noticeWords(theme: MapTheme, fonts: readonly string[]): LayerSpecification[] {
  const palette = PALETTES[theme]
  const named = { 'text-font': [...fonts], 'text-size': 12, 'text-padding': 2 }
  const paint = {
    'text-color': palette.label,
    'text-halo-color': palette.halo,
    'text-halo-width': 1.6,
  }
  return [
    {
      id: 'notice-words',
      type: 'symbol',
      source: 'notice-lines',
      minzoom: 13,
      layout: { ...named, 'text-field': ['get', 'word'], 'symbol-placement': 'line-center' },
      paint,
    },
    {
      id: 'notice-names',
      type: 'symbol',
      source: 'notice-ends',
      layout: {
        ...named,
        'text-field': ['get', 'name'],
        'text-max-width': 9,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 1,
      },
      paint,
    },
    {
      id: 'notice-radius',
      type: 'symbol',
      source: 'notice-rings',
      minzoom: 12,
      layout: {
        ...named,
        'text-field': ['get', 'name'],
        'symbol-placement': 'line',
        'symbol-spacing': 600,
        'text-offset': [0, -0.8],
      },
      paint,
    },
  ]
}

const isGeoJson = (source: unknown): source is GeoJSONSource =>
  typeof source === 'object' && source !== null && 'setData' in source

/** Maps on which something may have to be wiped. */
const drawnOn = new WeakSet<MapLibreMap>()

/** Draws notices on a map whose style has {@link noticeSources}. */
export function drawNotices(map: MapLibreMap, notices: readonly MapNotice[]): void {
  if (notices.length === 0 && !drawnOn.has(map)) return
  drawnOn.add(map)
  for (const [name, data] of Object.entries(noticeFeatures(notices))) {
    const source = map.getSource(name)
    if (isGeoJson(source)) source.setData(data)
  }
}

/** Shows the rings and everybody told; stays where there is nothing. */
export function fitNotices(
  map: MapLibreMap,
  notices: readonly MapNotice[],
  padding: MapPadding,
): void {
  const { 'notice-rings': rings, 'notice-ends': ends } = noticeFeatures(notices)
  const places = [...rings.features, ...ends.features].flatMap(({ geometry }) =>
    geometry.type === 'Polygon'
      ? geometry.coordinates.flat()
      : geometry.type === 'Point'
        ? [geometry.coordinates]
        : [],
  )
  if (places.length === 0) return
  const [lons, lats] = [places.map(([lon = 0]) => lon), places.map(([, lat = 0]) => lat)]
  map.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
    padding,
    maxZoom: 17,
    duration: 200,
  })
}
