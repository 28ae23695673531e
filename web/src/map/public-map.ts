import 'maplibre-gl/dist/maplibre-gl.css'
import './worker.ts'
import type { FeatureCollection, Point } from 'geojson'
import { type LngLatBoundsLike, Map as GroundMap, NavigationControl, Popup } from 'maplibre-gl'

/** Code, operator, level, town, longitude and latitude of a risk source. */
type PublicPlace = readonly [code: string, operator: string, level: number, town: string, lon: number, lat: number]

const FONTS = ['Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'sans-serif']
const DISTRICT: LngLatBoundsLike = [[117.38, 34.44], [117.85, 34.74]]

/**
 * A map for everybody: the towns, the canal, and a mark with its numeral for each risk source. A single place is
 * shown close up; of many, a tap on one opens its name with a link.
 */
export async function openPublicMap(frame: HTMLElement, places: readonly PublicPlace[], label: string): Promise<void> {
  const map = new GroundMap({
    container: frame,
    style: {
      version: 8,
      sources: {
        ground: { type: 'geojson', data: '/public/ground.json' },
        places: { type: 'geojson', data: marks(places) },
      },
      layers: [
        { id: 'back', type: 'background', paint: { 'background-color': '#E7ECF1' } },
        { id: 'district', type: 'fill', source: 'ground', filter: ['==', 'kind', 'county'], paint: { 'fill-color': '#FFFFFF' } },
        { id: 'water', type: 'line', source: 'ground', filter: ['==', 'kind', 'water'], paint: { 'line-color': '#A9C1D6', 'line-width': 4 } },
        { id: 'towns', type: 'line', source: 'ground', filter: ['==', 'kind', 'town'], paint: { 'line-color': '#AEB9C6', 'line-width': 1 } },
        {
          id: 'town-names', type: 'symbol', source: 'ground', filter: ['==', 'kind', 'town'],
          layout: { 'text-field': ['get', 'name'], 'text-font': FONTS, 'text-size': 14, 'text-allow-overlap': true }, paint: { 'text-color': '#475669', 'text-halo-color': '#FFFFFF', 'text-halo-width': 1.5 },
        },
        {
          id: 'marks', type: 'circle', source: 'places',
          layout: { 'circle-sort-key': ['-', ['get', 'level']] },
          paint: {
            'circle-radius': 11, 'circle-stroke-width': 1.5, 'circle-stroke-color': '#14202E',
            'circle-color': ['match', ['get', 'level'], 1, '#E63031', 2, '#F48400', 3, '#F1DD00', '#00B0F0'],
          },
        },
        {
          id: 'numerals', type: 'symbol', source: 'places',
          layout: { 'text-field': ['to-string', ['get', 'level']], 'text-font': FONTS, 'text-size': 13, 'text-allow-overlap': true },
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
  if (places.length === 1 && first !== undefined) map.jumpTo({ center: [first[4], first[5]], zoom: 13.5 })
  map.on('click', 'marks', ({ features: [hit] = [] }) => {
    const code: unknown = hit?.properties['code']
    if (hit?.geometry.type !== 'Point' || typeof code !== 'string' || code === '') return
    const link = document.createElement('a')
    link.href = `/public${document.documentElement.lang.startsWith('en') ? '/en' : ''}/sources/${code}`
    link.textContent = String(hit.properties['operator'])
    const [lon = 0, lat = 0] = hit.geometry.coordinates
    new Popup({ offset: 12 }).setLngLat([lon, lat]).setDOMContent(link).addTo(map)
  })
  map.on('mouseenter', 'marks', () => { map.getCanvas().style.cursor = 'pointer' })
  map.on('mouseleave', 'marks', () => { map.getCanvas().style.cursor = '' })
  await map.once('load')
  // Says to who cannot look how many there are.
  frame.dataset['marks'] = String(places.length)
}

function marks(places: readonly PublicPlace[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: places.map(([code, operator, level, town, lon, lat]) => ({
      type: 'Feature', properties: { code, operator, level, town }, geometry: { type: 'Point', coordinates: [lon, lat] },
    })),
  }
}
