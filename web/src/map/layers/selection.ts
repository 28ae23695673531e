import type { Layer } from '@deck.gl/core'
import { ScatterplotLayer } from '@deck.gl/layers'
import type { MapSnapshots } from '../columns.ts'
import { locate } from '../locate.ts'
import { PALETTES, rgba } from '../palette.ts'
import type { LonLat, MapSelection } from '../types.ts'
import { rememberLast, type Scene } from './scene.ts'

const placeOf = rememberLast((snapshots: MapSnapshots, selection: MapSelection): LonLat[] => {
  const place = locate(snapshots, selection)
  return place === null ? [] : [place]
})

/** A ring in the accent around what is selected. */
export function selection(scene: Scene): Layer[] {
  if (scene.selection === null) return []
  const data = placeOf(scene.snapshots, scene.selection)
  const palette = PALETTES[scene.theme]
  const ring = {
    data,
    radiusUnits: 'pixels',
    lineWidthUnits: 'pixels',
    billboard: true,
    filled: false,
    stroked: true,
    parameters: { depthCompare: 'always' },
  } as const
  const radius = scene.selection.kind === 'enterprise' ? 20 : 17
  const getPosition = ([lon, lat]: LonLat): [number, number] => [lon, lat]
  return [
    new ScatterplotLayer<LonLat>({
      ...ring,
      id: 'selection-edge',
      getPosition,
      getRadius: radius,
      getLineWidth: 6,
      getLineColor: palette.edge,
    }),
    new ScatterplotLayer<LonLat>({
      ...ring,
      id: 'selection',
      getPosition,
      getRadius: radius,
      getLineWidth: 3,
      getLineColor: rgba(palette.accent),
    }),
  ]
}
