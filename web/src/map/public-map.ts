import 'maplibre-gl/dist/maplibre-gl.css'
import './worker.ts'
import type { FeatureCollection, Point } from 'geojson'
import {
  type ExpressionSpecification,
  type GeoJSONSource,
  type LngLatBoundsLike,
  Map as GroundMap,
  NavigationControl,
  Popup,
} from 'maplibre-gl'

/** Code, operator, level, town, longitude and latitude of a risk source. */
type PublicPlace = readonly [
  code: string,
  operator: string,
  level: number,
  town: string,
  lon: number,
  lat: number,
]

const FONTS = ['Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'sans-serif']
const DISTRICT: LngLatBoundsLike = [
  [117.38, 34.44],
  [117.85, 34.74],
]

/** The official hue of a level in a property. */
const hueOf = (property: string): ExpressionSpecification => [
  'match',
  ['get', property],
  1,
  '#E63031',
  2,
  '#F48400',
  3,
  '#F1DD00',
  '#00B0F0',
]

/**
 * A map for everybody: the towns, the canal, and a mark with its numeral for each risk source. A single place is
 * shown close up; of many, close ones share a ring in the hue of the worst with their number, and a tap on a single
 * one opens its name with a link.
 */
export async function openPublicMap(
  frame: HTMLElement,
  places: readonly PublicPlace[],
  label: string,
): Promise<void> {
  const map = new GroundMap({
    container: frame,
    style: {
      version: 8,
      sources: {
        ground: { type: 'geojson', data: '/public/ground.json' },
        places: {
          type: 'geojson',
          data: marks(places),
          cluster: places.length > 1,
          clusterRadius: 30,
          clusterMaxZoom: 14,
          clusterProperties: { worst: ['min', ['get', 'level']] },
        },
      },
      layers: [
        { id: 'back', type: 'background', paint: { 'background-color': '#E7ECF1' } },
        {
          id: 'district',
          type: 'fill',
          source: 'ground',
          filter: ['==', 'kind', 'county'],
          paint: { 'fill-color': '#FFFFFF' },
        },
        {
          id: 'water',
          type: 'line',
          source: 'ground',
          filter: ['==', 'kind', 'water'],
          paint: { 'line-color': '#A9C1D6', 'line-width': 4 },
        },
        {
          id: 'towns',
          type: 'line',
          source: 'ground',
          filter: ['==', 'kind', 'town'],
          paint: { 'line-color': '#AEB9C6', 'line-width': 1 },
        },
        {
          id: 'town-names',
          type: 'symbol',
          source: 'ground',
          filter: ['==', 'kind', 'town'],
          maxzoom: 13,
          layout: {
            'text-field': ['get', 'name'],
            'text-font': FONTS,
            'text-size': 13,
            'text-variable-anchor': ['center', 'top', 'bottom', 'left', 'right'],
            'text-radial-offset': 1.6,
          },
          paint: { 'text-color': '#334155', 'text-halo-color': '#FFFFFF', 'text-halo-width': 2 },
        },
        {
          id: 'groups',
          type: 'circle',
          source: 'places',
          filter: ['has', 'point_count'],
          paint: {
            'circle-radius': ['step', ['get', 'point_count'], 13, 10, 16],
            'circle-color': '#FFFFFF',
            'circle-stroke-width': 4,
            'circle-stroke-color': hueOf('worst'),
          },
        },
        {
          id: 'group-counts',
          type: 'symbol',
          source: 'places',
          filter: ['has', 'point_count'],
          layout: {
            'text-field': ['get', 'point_count'],
            'text-font': FONTS,
            'text-size': 13,
            'text-allow-overlap': true,
            'text-padding': 12,
          },
          paint: { 'text-color': '#14202E' },
        },
        {
          id: 'marks',
          type: 'circle',
          source: 'places',
          filter: ['!', ['has', 'point_count']],
          paint: {
            'circle-radius': 11,
            'circle-stroke-width': 1.5,
            'circle-stroke-color': '#14202E',
            'circle-color': hueOf('level'),
          },
        },
        {
          id: 'numerals',
          type: 'symbol',
          source: 'places',
          filter: ['!', ['has', 'point_count']],
          layout: {
            'text-field': ['to-string', ['get', 'level']],
            'text-font': FONTS,
            'text-size': 13,
            'text-allow-overlap': true,
          },
          paint: { 'text-color': ['match', ['get', 'level'], 1, '#FFFFFF', '#14202E'] },
        },
      ],
    },
    bounds: DISTRICT,
    fitBoundsOptions: { padding: 12 },
    cooperativeGestures: true,
    attributionControl: { compact: true },
    fadeDuration: 0,
  })
  map.getCanvas().setAttribute('aria-label', label)
  map.addControl(new NavigationControl({ showCompass: false }))
  const [first] = places
  if (places.length === 1 && first !== undefined)
    map.jumpTo({ center: [first[4], first[5]], zoom: 13.5 })
  map.on('click', 'marks', ({ features: [hit] = [] }) => {
    const code: unknown = hit?.properties['code']
    if (hit?.geometry.type !== 'Point' || typeof code !== 'string' || code === '') return
    const link = document.createElement('a')
    link.href = `/public${document.documentElement.lang.startsWith('en') ? '/en' : ''}/sources/${code}`
    link.textContent = String(hit.properties['operator'])
    const [lon = 0, lat = 0] = hit.geometry.coordinates
    new Popup({ offset: 12 }).setLngLat([lon, lat]).setDOMContent(link).addTo(map)
  })
  map.on('click', 'groups', ({ features: [hit] = [] }) => {
    const source = map.getSource<GeoJSONSource>('places')
    if (hit?.geometry.type !== 'Point' || source === undefined) return
    const [lon = 0, lat = 0] = hit.geometry.coordinates
    void source
      .getClusterExpansionZoom(Number(hit.properties['cluster_id']))
      .then((zoom) => map.easeTo({ center: [lon, lat], zoom, duration: 200 }))
  })
  map.on('mouseenter', 'marks', () => {
    map.getCanvas().style.cursor = 'pointer'
  })
  map.on('mouseleave', 'marks', () => {
    map.getCanvas().style.cursor = ''
  })
  await map.once('load')
  // Says to who cannot look how many there are.
  frame.dataset['marks'] = String(places.length)
}

function marks(places: readonly PublicPlace[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: places.map(([code, operator, level, town, lon, lat]) => ({
      type: 'Feature',
      properties: { code, operator, level, town },
      geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  }
}
