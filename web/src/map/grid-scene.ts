import type { Feature, FeatureCollection, Position } from 'geojson'
import type { LayerSpecification, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import { baseStyle, FONTS } from './basemap.ts'
import { labelPoint } from './borders.ts'
import { geometryOf, type Shape } from './grid-shapes/shape.ts'
import { HATCHES, hatch } from './hatch.ts'
import { PALETTES, levelHex } from './palette.ts'
import type { MapBase, MapLocale, MapTheme } from './types.ts'

/** A grid on the map on which grids are drawn. */
export interface DrawnGrid {
  readonly id: string
  readonly name: string
  readonly shape: Shape
  /** Whether it is as registered. */
  readonly state: 'same' | 'changed' | 'new'
}

/** Land that lies in no grid or in two. */
export interface FoundLand {
  readonly kind: 'gap' | 'overlap'
  readonly label: string
  readonly geometry:
    | { readonly type: 'Polygon'; readonly coordinates: Position[][] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] }
}

/** An object that changes hands. */
export interface MovingObject {
  readonly name: string
  readonly riskLevel: number | null
  readonly location: { readonly coordinates: readonly [number, number] }
}

/** What the map of grids shows. */
export interface GridScene {
  readonly grids: readonly DrawnGrid[]
  readonly chosenId: string | null
  /** Whether the chosen one is being drawn by hand, and so not as a surface. */
  readonly inHand: boolean
  readonly lands: readonly FoundLand[]
  readonly moving: readonly MovingObject[]
}

const collection = (features: Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features,
})

function sources({
  grids,
  chosenId,
  inHand,
  lands,
  moving,
}: GridScene): Record<string, FeatureCollection> {
  const properties = (grid: DrawnGrid) => ({
    id: grid.id,
    name: grid.name,
    state: grid.state,
    chosen: grid.id === chosenId,
  })
  return {
    'grid-areas': collection(
      grids
        .filter(({ id }) => !inHand || id !== chosenId)
        .map((grid) => ({
          type: 'Feature',
          properties: properties(grid),
          geometry: geometryOf(grid.shape),
        })),
    ),
    'grid-names': collection(
      grids.map((grid) => ({
        type: 'Feature',
        properties: properties(grid),
        geometry: { type: 'Point', coordinates: labelPoint(geometryOf(grid.shape)) },
      })),
    ),
    'grid-lands': collection(
      lands.map(({ kind, label, geometry }) => ({
        type: 'Feature',
        properties: { kind, label },
        geometry,
      })),
    ),
    'grid-moving': collection(
      moving.map(({ name, riskLevel, location }) => ({
        type: 'Feature',
        properties: { name, hex: levelHex(riskLevel ?? 0) },
        geometry: { type: 'Point', coordinates: [...location.coordinates] },
      })),
    ),
  }
}

function layers(theme: MapTheme): LayerSpecification[] {
  const { accent, label, halo, gridLine, mark } = PALETTES[theme]
  const named = { 'text-font': FONTS, 'text-padding': 4, 'text-max-width': 9 }
  return [
    {
      id: 'grid-fill',
      type: 'fill',
      source: 'grid-areas',
      paint: {
        'fill-color': ['case', ['get', 'chosen'], accent, label],
        'fill-opacity': ['case', ['get', 'chosen'], 0.16, ['==', ['get', 'state'], 'same'], 0, 0.1],
      },
    },
    {
      id: 'grid-edge',
      type: 'line',
      source: 'grid-areas',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': gridLine, 'line-width': 1.2 },
    },
    {
      id: 'grid-edge-changed',
      type: 'line',
      source: 'grid-areas',
      filter: ['!=', ['get', 'state'], 'same'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': label, 'line-width': 2.2 },
    },
    {
      id: 'grid-edge-chosen',
      type: 'line',
      source: 'grid-areas',
      filter: ['==', ['get', 'chosen'], true],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': accent, 'line-width': 3 },
    },
    {
      id: 'grid-land',
      type: 'fill',
      source: 'grid-lands',
      paint: { 'fill-pattern': ['concat', 'hatch ', ['get', 'kind'], ` ${theme}`] },
    },
    {
      id: 'grid-land-edge',
      type: 'line',
      source: 'grid-lands',
      paint: { 'line-color': label, 'line-width': 1.6, 'line-dasharray': [3, 2] },
    },
    {
      id: 'grid-name',
      type: 'symbol',
      source: 'grid-names',
      layout: {
        ...named,
        'text-field': ['get', 'name'],
        'text-size': ['case', ['get', 'chosen'], 15, 13],
      },
      paint: {
        'text-color': ['case', ['get', 'chosen'], accent, label],
        'text-halo-color': halo,
        'text-halo-width': 1.6,
      },
    },
    {
      id: 'grid-land-name',
      type: 'symbol',
      source: 'grid-lands',
      layout: { ...named, 'text-field': ['get', 'label'], 'text-size': 12 },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 1.6 },
    },
    {
      id: 'grid-moving',
      type: 'circle',
      source: 'grid-moving',
      paint: {
        'circle-radius': 5,
        'circle-color': ['get', 'hex'],
        'circle-stroke-color': accent,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: 'grid-moving-rim',
      type: 'circle',
      source: 'grid-moving',
      paint: {
        'circle-radius': 8.5,
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': mark,
        'circle-stroke-width': 1,
      },
    },
    {
      id: 'grid-moving-name',
      type: 'symbol',
      source: 'grid-moving',
      minzoom: 12.5,
      layout: {
        ...named,
        'text-field': ['get', 'name'],
        'text-size': 12,
        'text-variable-anchor': ['top', 'bottom', 'left', 'right'],
        'text-radial-offset': 0.9,
        'text-justify': 'auto',
      },
      paint: { 'text-color': label, 'text-halo-color': halo, 'text-halo-width': 1.4 },
    },
  ]
}

interface GridStyleOptions {
  readonly theme: MapTheme
  readonly locale: MapLocale
}

/** The base map with the grids as they are planned instead of those registered. */
export function gridStyle(
  base: MapBase,
  scene: GridScene,
  { theme, locale }: GridStyleOptions,
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
  const own = Object.entries(sources(scene)).map(([name, data]) => [
    name,
    { type: 'geojson' as const, data, tolerance: 0.2 },
  ])
  return {
    ...style,
    sources: { ...style.sources, ...Object.fromEntries(own) },
    layers: [...style.layers.filter(({ id }) => id !== 'town-labels'), ...layers(theme)],
  }
}

/** Draws what changed, without a new style. */
export function redrawGrids(map: MapLibreMap, scene: GridScene): void {
  for (const [name, data] of Object.entries(sources(scene))) {
    const source = map.getSource(name)
    if (source !== undefined && 'setData' in source && typeof source.setData === 'function')
      source.setData(data)
  }
}

/** Gives a style that is loaded its hatchings. */
export function lendHatchings(map: MapLibreMap): void {
  for (const id of HATCHES) {
    if (!map.hasImage(id)) map.addImage(id, hatch(id))
  }
}

/** The grid at a pixel of the map; null on empty ground. */
export function gridAt(
  map: MapLibreMap,
  point: { readonly x: number; readonly y: number },
): string | null {
  const [found] = map.queryRenderedFeatures([point.x, point.y], { layers: ['grid-fill'] })
  const id: unknown = found?.properties['id']
  return typeof id === 'string' ? id : null
}
