import type { FeatureCollection, Point } from 'geojson'
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl'
import type { ClusterMark } from './clusters.ts'
import { shownMarks } from './layers/enterprises.ts'
import { drawnAtScene, type Scene } from './layers/scene.ts'

const FROM_ZOOM = 13
const MOST = 400

const isGeoJson = (source: unknown): source is GeoJSONSource =>
  typeof source === 'object' && source !== null && 'setData' in source

/**
 * Names beside the enterprises in sight, and the places of all marks: labels of the base map,
 * because it lets them give way to each other and to the marks.
 */
export function nameEnterprises(map: MapLibreMap, scene: Scene): void {
  const marks = marksInSight(scene)
  const columns = scene.snapshots.enterprises
  const named = scene.zoom < FROM_ZOOM ? [] : marks.filter((mark) => mark.row >= 0)
  setPoints(map, 'enterprise-names', named, ({ row }) => ({
    name: columns?.names[row] ?? '',
    rank: columns?.level[row] || 5,
  }))
  setPoints(map, 'mark-places', marks, ({ row }) => ({ size: row < 0 ? 32 : 22 }))
}

function marksInSight(scene: Scene): readonly ClusterMark[] {
  if (!drawnAtScene('enterprises', scene)) return []
  const [west, south, east, north] = scene.bounds
  return shownMarks(scene)
    .filter(
      ({ location: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north,
    )
    .slice(0, MOST)
}

function setPoints(
  map: MapLibreMap,
  name: string,
  marks: readonly ClusterMark[],
  propertiesOf: (mark: ClusterMark) => Record<string, string | number>,
): void {
  const source = map.getSource(name)
  if (!isGeoJson(source)) return
  const points: FeatureCollection<Point> = {
    type: 'FeatureCollection',
    features: marks.map((mark) => ({
      type: 'Feature',
      properties: propertiesOf(mark),
      geometry: { type: 'Point', coordinates: [...mark.location] },
    })),
  }
  source.setData(points)
}
