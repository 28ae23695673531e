import type { Layer } from '@deck.gl/core'
import { LineLayer, PolygonLayer, ScatterplotLayer } from '@deck.gl/layers'
import { circle } from '@turf/circle'
import { PALETTES, rgba } from '../palette.ts'
import type { LonLat, MapRing } from '../types.ts'
import { rememberLast, type Scene } from './scene.ts'

const STEPS = 96

const outlineOf = rememberLast((ring: MapRing): LonLat[] => {
  const { geometry } = circle([...ring.centre], ring.radius, { units: 'meters', steps: STEPS })
  return (geometry.coordinates[0] ?? []).map(([lon = 0, lat = 0]) => [lon, lat])
})

/** Who lies within a radius: the ring in metres and a line to each. */
export function neighbours(scene: Scene): Layer[] {
  const { ring } = scene
  if (ring === null) return []
  const accent = PALETTES[scene.theme].accent
  const parameters = { depthCompare: 'always' } as const
  return [
    new PolygonLayer<LonLat[]>({
      id: 'neighbour-ring',
      data: [outlineOf(ring)],
      getPolygon: (outline) => outline.map(([lon, lat]) => [lon, lat]),
      getFillColor: rgba(accent, 18),
      getLineColor: rgba(accent, 220),
      lineWidthUnits: 'pixels',
      getLineWidth: 1.5,
      parameters,
    }),
    new LineLayer<MapRing['targets'][number]>({
      id: 'neighbour-lines',
      data: ring.targets,
      getSourcePosition: [...ring.centre],
      getTargetPosition: (target) => [...target.location],
      getColor: rgba(accent, 150),
      getWidth: 1.5,
      parameters,
    }),
    new ScatterplotLayer<MapRing['targets'][number]>({
      id: 'neighbour-ends',
      data: ring.targets,
      getPosition: (target) => [...target.location],
      radiusUnits: 'pixels',
      getRadius: 17,
      filled: false,
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 1.5,
      getLineColor: rgba(accent, 220),
      parameters,
    }),
  ]
}
