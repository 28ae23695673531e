import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon } from 'geojson'
import type { FilterSpecification, LayerSpecification } from 'maplibre-gl'
import { FONTS } from '../basemap.ts'
import { labelPoint } from '../borders.ts'
import { PALETTES, rgba } from '../palette.ts'
import type { GridCollection, MapTheme } from '../types.ts'

/** How one grid is shaded; null: there is nothing to say of it. */
export interface GridShade {
  readonly gridId: string
  readonly value: number | null
  /** The value as it is written. */
  readonly text: string
}

/** From this shade on what is written on it is light on dark, or dark on bright. */
const FIRST_STRONG = 3
const SHADES = [0.1, 0.3, 0.5, 0.72, 0.95] as const

/** Which of five shades a value has, the faintest 0; −1 where there is no value. @param steps four thresholds, rising */
export function shadeOf(value: number | null, steps: readonly number[]): number {
  return value === null ? -1 : steps.filter((step) => value >= step).length
}

/** Five shades of the one accent, on the land of the theme. */
export function shadeColours(theme: MapTheme): readonly string[] {
  const [land, accent] = [rgba(PALETTES[theme].land), rgba(PALETTES[theme].accent)]
  return SHADES.map(
    (share) =>
      `rgb(${[0, 1, 2].map((part) => Math.round((land[part] ?? 0) * (1 - share) + (accent[part] ?? 0) * share)).join(', ')})`,
  )
}

/** Name of the picture that hatches what has no data. */
export const HATCH = 'no-data-hatch'
const HATCH_PX = 8

/** Grey stripes: no data is never a colour. */
export function hatch(theme: MapTheme): { width: number; height: number; data: Uint8Array } {
  const [red, green, blue] = rgba(theme === 'dark' ? '#A3B3C6' : '#526275')
  const data = new Uint8Array(HATCH_PX * HATCH_PX * 4)
  for (let pixel = 0; pixel < HATCH_PX * HATCH_PX; pixel += 1) {
    const [x, y] = [pixel % HATCH_PX, Math.floor(pixel / HATCH_PX)]
    if ((x + y) % HATCH_PX < 2) data.set([red, green, blue, 120], pixel * 4)
  }
  return { width: HATCH_PX, height: HATCH_PX, data }
}

interface CoverageOptions {
  readonly steps: readonly number[]
  readonly theme: MapTheme
}

/** Grids with their shade, and a point for each one's name and value. */
export function coverageSources(
  grids: GridCollection,
  shades: readonly GridShade[],
  { steps, theme }: CoverageOptions,
): { areas: FeatureCollection<Polygon | MultiPolygon>; labels: FeatureCollection<Point> } {
  const byGrid = new Map(shades.map((shade) => [shade.gridId, shade]))
  const colours = shadeColours(theme)
  const { label, halo, mark } = PALETTES[theme]
  const areas = grids.features.map(
    ({ geometry, properties: { id, name, townName } }): Feature<Polygon | MultiPolygon> => {
      const shade = byGrid.get(id)
      const number = shadeOf(shade?.value ?? null, steps)
      const colour = colours[number]
      const written = {
        // The map shows where it is: the name of its town need not be said again.
        name: name.replace(townName, ''),
        text: shade === undefined || shade.value === null ? '—' : shade.text,
        ink: number >= FIRST_STRONG ? mark : label,
        edge: number >= FIRST_STRONG ? (colour ?? halo) : halo,
      }
      return {
        type: 'Feature',
        geometry,
        properties: { id, ...written, ...(colour === undefined ? {} : { colour }) },
      }
    },
  )
  return {
    areas: { type: 'FeatureCollection', features: areas },
    labels: {
      type: 'FeatureCollection',
      features: areas.map(({ geometry, properties }) => ({
        type: 'Feature',
        properties,
        geometry: { type: 'Point', coordinates: labelPoint(geometry) },
      })),
    },
  }
}

/** Layer that a tap is looked up in. */
export const COVERAGE_FILL = 'coverage-fill'

/** Layers that outline the chosen grid. */
export const CHOSEN_LAYERS = ['coverage-chosen-halo', 'coverage-chosen'] as const

/** Which grid they outline. */
export function isChosen(chosen: string | null): FilterSpecification {
  return ['==', ['get', 'id'], chosen ?? '']
}

/** Grids shaded by a measure, their names with the value; the chosen one outlined. */
export function coverageLayers(theme: MapTheme, chosen: string | null): LayerSpecification[] {
  const { halo } = PALETTES[theme]
  return [
    {
      id: COVERAGE_FILL,
      type: 'fill',
      source: 'coverage',
      paint: { 'fill-color': ['coalesce', ['get', 'colour'], 'rgba(0, 0, 0, 0)'] },
    },
    {
      id: 'coverage-hatch',
      type: 'fill',
      source: 'coverage',
      filter: ['!', ['has', 'colour']],
      paint: { 'fill-pattern': HATCH },
    },
    {
      id: 'coverage-edge',
      type: 'line',
      source: 'coverage',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': halo, 'line-width': 1.5 },
    },
    {
      id: 'coverage-chosen-halo',
      type: 'line',
      source: 'coverage',
      filter: isChosen(chosen),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': halo, 'line-width': 7 },
    },
    {
      id: 'coverage-chosen',
      type: 'line',
      source: 'coverage',
      filter: isChosen(chosen),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': theme === 'dark' ? '#FFFFFF' : '#14202E', 'line-width': 3.5 },
    },
    {
      id: 'coverage-labels',
      type: 'symbol',
      source: 'coverage-labels',
      layout: {
        'text-field': [
          'format',
          ['get', 'text'],
          { 'font-scale': 1.15 },
          '\n',
          {},
          ['get', 'name'],
          { 'font-scale': 0.85 },
        ],
        'text-font': FONTS,
        'text-size': 13,
        'text-max-width': 8,
        'text-padding': 2,
        'text-variable-anchor': ['center', 'top', 'bottom'],
        'text-radial-offset': 0.6,
      },
      paint: {
        'text-color': ['get', 'ink'],
        'text-halo-color': ['get', 'edge'],
        'text-halo-width': 1.6,
      },
    },
  ]
}
