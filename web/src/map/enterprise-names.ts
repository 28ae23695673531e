import type { FeatureCollection, Point } from 'geojson'
import type { Map as MapLibreMap, GeoJSONSource } from 'maplibre-gl'
import { shownSingles } from './layers/enterprises.ts'
import { drawnAtScene, type Scene } from './layers/scene.ts'

const FROM_ZOOM = 13
const MOST = 400

const isGeoJson = (source: unknown): source is GeoJSONSource => typeof source === 'object' && source !== null && 'setData' in source

/** Names beside the enterprises in sight: the base map's own labels, because it lets them give way to each other. */
export function nameEnterprises(map: MapLibreMap, scene: Scene): void {
  const source = map.getSource('enterprise-names')
  if (isGeoJson(source)) source.setData(namesIn(scene))
}

function namesIn(scene: Scene): FeatureCollection<Point> {
  const columns = scene.snapshots.enterprises
  const [west, south, east, north] = scene.bounds
  const shown = columns !== null && scene.zoom >= FROM_ZOOM && drawnAtScene('enterprises', scene)
  const marks = !shown ? [] : shownSingles(scene)
    .filter(({ location: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north)
    .slice(0, MOST)
  return {
    type: 'FeatureCollection',
    features: marks.map(({ row, location }) => ({
      type: 'Feature',
      properties: { name: columns?.names[row] ?? '', rank: columns?.level[row] || 5 },
      geometry: { type: 'Point', coordinates: [...location] },
    })),
  }
}
