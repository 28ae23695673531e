import type { Layer } from '@deck.gl/core'
import { PathLayer, PolygonLayer, ScatterplotLayer } from '@deck.gl/layers'
import { circle } from '@turf/circle'
import { PALETTES, rgba } from '../palette.ts'
import { crosses } from '../ring.ts'
import type { LonLat } from '../types.ts'
import type { MapWithin, WithinArea } from '../within-area.ts'
import { rememberLast, type Scene } from './scene.ts'

const STEPS = 96
const parameters = { depthCompare: 'always' } as const
const flat = (line: readonly LonLat[]): [number, number][] => line.map(([lon, lat]) => [lon, lat])

const outlineOf = rememberLast((area: WithinArea): LonLat[] | null => {
  if (area.kind === 'shape')
    return area.corners.length < 3 || crosses(area.corners)
      ? null
      : [...area.corners, ...area.corners.slice(0, 1)]
  if (area.centre === null || area.radius === 0) return null
  const { geometry } = circle([...area.centre], area.radius, { units: 'meters', steps: STEPS })
  return (geometry.coordinates[0] ?? []).map(([lon = 0, lat = 0]) => [lon, lat])
})

/** What is within so many metres of a place or of a drawn shape: the outline, and a ring around each that was found. */
export function within(scene: Scene): Layer[] {
  const { within: shown } = scene
  if (shown === null) return []
  const accent = PALETTES[scene.theme].accent
  const { area, targets } = shown
  const outline = outlineOf(area)
  const line = area.kind === 'shape' && outline === null ? area.corners : []
  return [
    new PolygonLayer<LonLat[]>({
      id: 'within-area',
      data: outline === null ? [] : [outline],
      getPolygon: flat,
      getFillColor: rgba(accent, 26),
      getLineColor: rgba(accent, 235),
      lineWidthUnits: 'pixels',
      getLineWidth: 2,
      parameters,
    }),
    // As wide as the metres around on either side: no need to work out another outline.
    new PathLayer<readonly LonLat[]>({
      id: 'within-around',
      data: area.kind === 'shape' && outline !== null && area.radius > 0 ? [outline] : [],
      getPath: flat,
      getColor: rgba(accent, 40),
      widthUnits: 'meters',
      getWidth: area.radius * 2,
      capRounded: true,
      jointRounded: true,
      parameters,
    }),
    new PathLayer<readonly LonLat[]>({
      id: 'within-line',
      data: line.length < 2 ? [] : [line],
      getPath: flat,
      getColor: rgba(accent, 235),
      widthUnits: 'pixels',
      getWidth: 2,
      parameters,
    }),
    new ScatterplotLayer<MapWithin['targets'][number]>({
      id: 'within-found',
      data: targets,
      getPosition: ({ location: [lon, lat] }) => [lon, lat],
      radiusUnits: 'pixels',
      getRadius: 16,
      filled: false,
      stroked: true,
      lineWidthUnits: 'pixels',
      getLineWidth: 1.5,
      getLineColor: rgba(accent, 200),
      parameters,
    }),
  ]
}
