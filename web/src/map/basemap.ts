import type {
  DataDrivenPropertyValueSpecification,
  LayerSpecification,
  StyleSpecification,
  SymbolLayerSpecification,
} from 'maplibre-gl'
import { baseSources } from './base-sources.ts'
import { UNDER_LABELS } from './layers/scene.ts'
import { noticeLines, noticeWords } from './notice-style.ts'
import { PALETTES } from './palette.ts'
import { tiandituPaint, tiandituSources } from './tianditu.ts'
import type { LayerId, MapBase, MapLocale, MapTheme } from './types.ts'

/** Families for labels: drawn from local fonts, since an offline wall has no glyph server. */
export const FONTS = [
  'Noto Sans SC Variable',
  'Noto Sans SC',
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans CJK SC',
  'sans-serif',
]

interface LabelStyle {
  readonly id: string
  readonly source: string
  readonly size: NonNullable<SymbolLayerSpecification['layout']>['text-size']
  readonly colour: string
  readonly halo: string
  readonly minzoom?: number
  readonly maxzoom?: number
  readonly layout?: SymbolLayerSpecification['layout']
}

function label({
  id,
  source,
  size,
  colour,
  halo,
  minzoom = 0,
  maxzoom = 24,
  layout = {},
}: LabelStyle): LayerSpecification {
  return {
    id,
    source,
    minzoom,
    maxzoom,
    type: 'symbol',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': FONTS,
      'text-size': size ?? 13,
      'text-padding': 6,
      'text-max-width': 12,
      ...layout,
    },
    paint: { 'text-color': colour, 'text-halo-color': halo, 'text-halo-width': 1.4 },
  }
}

function line(
  id: string,
  source: string,
  colour: string,
  width: number,
  dashes?: number[],
): LayerSpecification {
  return {
    id,
    source,
    type: 'line',
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': width,
      ...(dashes === undefined ? {} : { 'line-dasharray': dashes }),
    },
  }
}

/** Where a town's name may move when marks stand on it: nearest first, in ems. */
const TOWN_LABEL_PLACES: Array<string | [number, number]> = [
  'center',
  [0, 0],
  'bottom',
  [0, -1.6],
  'top',
  [0, 1.6],
  'right',
  [-1.8, 0],
  'left',
  [1.8, 0],
  'bottom',
  [0, -3.4],
  'top',
  [0, 3.4],
  'right',
  [-4, 0],
  'left',
  [4, 0],
  'bottom-right',
  [-2.5, -2.5],
  'top-left',
  [2.5, 2.5],
]

const CANAL_WIDTH = (extra: number): DataDrivenPropertyValueSpecification<number> => [
  'interpolate',
  ['exponential', 1.6],
  ['zoom'],
  9,
  2.5 + extra,
  13,
  8 + extra,
  16,
  30 + extra,
]

/** Which layers of the style a switch of the legend governs. */
const SWITCHED: Readonly<Partial<Record<LayerId, readonly string[]>>> = {
  tianditu: ['tianditu-map', 'tianditu-names'],
  canal: ['canal-edge', 'canal', 'canal-label', 'canal-name'],
  towns: ['town-borders', 'town-labels'],
  villages: ['village-borders', 'village-labels'],
  grids: ['grid-borders', 'grid-labels'],
}

function styleLayers(theme: MapTheme): LayerSpecification[] {
  const p = PALETTES[theme]
  const halo = p.halo
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': p.ground } },
    {
      id: 'neighbour-land',
      type: 'fill',
      source: 'neighbours',
      paint: { 'fill-color': p.neighbourLand, 'fill-outline-color': p.villageLine },
    },
    { id: 'land', type: 'fill', source: 'district', paint: { 'fill-color': p.land } },
    { ...line('village-borders', 'village-borders', p.villageLine, 0.8), minzoom: 11.5 },
    {
      id: 'canal-edge',
      type: 'line',
      source: 'canal',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': p.waterEdge, 'line-width': CANAL_WIDTH(2) },
    },
    {
      id: 'canal',
      type: 'line',
      source: 'canal',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': p.water, 'line-width': CANAL_WIDTH(0) },
    },
    line('town-borders', 'town-borders', p.townLine, 1),
    line('grid-borders', 'grid-borders', p.gridLine, 1, [4, 3]),
    line('district-border', 'district-border', p.districtLine, 1.6),
    ...noticeLines(theme),
    { id: UNDER_LABELS, type: 'background', layout: { visibility: 'none' } },
    label({
      id: 'canal-label',
      source: 'canal',
      size: 12,
      colour: p.waterLabel,
      halo,
      minzoom: 13,
      layout: {
        'symbol-placement': 'line',
        'text-offset': [0, 1.3],
        'text-letter-spacing': 0.12,
        'text-max-angle': 40,
        'symbol-spacing': 480,
      },
    }),
    label({
      id: 'canal-name',
      source: 'canal-name',
      size: 12,
      colour: p.waterLabel,
      halo,
      minzoom: 9,
      maxzoom: 13,
      layout: {
        'text-letter-spacing': 0.12,
        'text-max-width': 20,
        'text-padding': 1,
        'text-variable-anchor-offset': ['top', [0, 0.8], 'bottom', [0, -0.8]],
      },
    }),
    label({
      id: 'neighbour-labels',
      source: 'neighbour-labels',
      size: 13,
      colour: p.faintLabel,
      halo,
      maxzoom: 13,
      layout: { 'text-letter-spacing': 0.2 },
    }),
    label({
      id: 'grid-labels',
      source: 'grid-labels',
      size: 12,
      colour: p.faintLabel,
      halo,
      minzoom: 11,
    }),
    label({
      id: 'village-labels',
      source: 'village-labels',
      size: 12,
      colour: p.faintLabel,
      halo,
      minzoom: 12.8,
    }),
    label({
      id: 'town-labels',
      source: 'town-labels',
      colour: p.label,
      halo,
      size: ['interpolate', ['linear'], ['zoom'], 9, 13, 12, 17],
      maxzoom: 15,
      layout: {
        'text-letter-spacing': 0.08,
        'text-padding': 1,
        'text-variable-anchor-offset': TOWN_LABEL_PLACES,
      },
    }),
    label({
      id: 'enterprise-names',
      source: 'enterprise-names',
      size: 12,
      colour: p.label,
      halo,
      minzoom: 13,
      layout: {
        'text-anchor': 'top',
        'text-offset': [0, 1.5],
        'text-max-width': 9,
        'text-padding': 1,
        'symbol-sort-key': ['get', 'rank'],
      },
    }),
    ...noticeWords(theme, FONTS),
    // Nothing to see: it keeps the labels below from standing under the marks that deck.gl draws.
    label({
      id: 'mark-places',
      source: 'mark-places',
      size: ['get', 'size'],
      colour: 'rgba(0, 0, 0, 0)',
      halo: 'rgba(0, 0, 0, 0)',
      layout: { 'text-field': '■', 'text-allow-overlap': true, 'text-padding': 0 },
    }),
  ]
}

interface StyleOptions {
  readonly theme: MapTheme
  readonly locale: MapLocale
  readonly visible: ReadonlySet<LayerId>
}

/** The whole base map as a style: no request but the optional Tianditu tiles. */
export function baseStyle(
  base: MapBase,
  { theme, locale, visible }: StyleOptions,
): StyleSpecification {
  const hidden = new Set(
    Object.entries(SWITCHED).flatMap(([id, layers]) =>
      [...visible].some((each) => each === id) ? [] : layers,
    ),
  )
  const online = base.tianditu !== null && visible.has('tianditu')
  const raster: LayerSpecification[] = ['tianditu-map', 'tianditu-names'].map((source) => ({
    id: source,
    type: 'raster',
    source,
    paint: tiandituPaint(theme),
  }))
  const [ground, ...rest] = styleLayers(theme).filter(
    (layer) => !hidden.has(layer.id) && !(online && /(?:^|-)land$/u.test(layer.id)),
  )
  return {
    version: 8,
    sources: {
      ...baseSources(base, locale),
      ...(online ? tiandituSources(base.tianditu.token) : {}),
    },
    layers: [...(ground === undefined ? [] : [ground]), ...(online ? raster : []), ...rest],
  }
}
