import type { Label } from '@onemap/api/domain/dictionary'
import { RISK_LEVELS, RISK_LEVEL_ORDER } from '@onemap/api/domain/risk-level'
import { ENTERPRISE_KINDS, ENTERPRISE_KIND_CODES } from '@onemap/api/domain/enterprise-kind'
import { levelHex } from '../palette.ts'
import type { SnapshotLayer } from '../snapshot.ts'
import { KIND_SYMBOLS, hazardSymbol, type MapSymbol } from '../symbols.ts'
import type { LayerId } from '../types.ts'

/** One line of a legend: a level's colour, or a symbol in the colour of the text. */
interface LegendEntry {
  readonly name: Label
  /** A level's hue, with the numeral that always goes with it. */
  readonly swatch?: { readonly hex: string; readonly numeral: string }
  readonly symbol?: MapSymbol
}

/** What a layer is, for legend and map alike. */
export interface LayerEntry {
  readonly id: LayerId
  readonly name: Label
  /** What one thing of it is and how to read it. */
  readonly hint: Label
  readonly legend: readonly LegendEntry[]
  /** The snapshot it draws; null for layers of the base map. */
  readonly source: SnapshotLayer | null
  /** How old it may be: snapshots are revalidated, the base map is as of its sources. */
  readonly freshness: 'live' | 'as-of-source'
  /** Drawn from `minZoom` on and below `maxZoom`. */
  readonly minZoom: number
  readonly maxZoom: number
  readonly shownAtFirst: boolean
}

const levels: readonly LegendEntry[] = [
  ...RISK_LEVEL_ORDER.map((level) => ({
    name: { zh: `${RISK_LEVELS[level].zh}风险`, en: RISK_LEVELS[level].en },
    swatch: { hex: RISK_LEVELS[level].hex, numeral: String(level) },
  })),
  { name: { zh: '未评价', en: 'Not assessed' }, swatch: { hex: levelHex(0), numeral: '–' } },
]

/** Risk points are drawn from here on; below, the level heat speaks for them. */
const POINTS_FROM_ZOOM = 12.5

/** All layers in drawing order from the bottom up. */
export const LAYERS: readonly LayerEntry[] = [
  {
    id: 'tianditu',
    name: { zh: '天地图底图', en: 'Tianditu base map' },
    hint: { zh: '国家地理信息公共服务平台，需联网', en: 'National base map, needs a connection' },
    legend: [],
    source: null,
    freshness: 'as-of-source',
    minZoom: 0,
    maxZoom: 24,
    shownAtFirst: false,
  },
  {
    id: 'canal',
    name: { zh: '京杭运河', en: 'Grand Canal' },
    hint: { zh: '示意', en: 'Schematic' },
    legend: [],
    source: null,
    freshness: 'as-of-source',
    minZoom: 0,
    maxZoom: 24,
    shownAtFirst: true,
  },
  {
    id: 'towns',
    name: { zh: '镇街', en: 'Towns' },
    hint: { zh: '镇街界线与名称', en: 'Town boundaries and names' },
    legend: [],
    source: null,
    freshness: 'as-of-source',
    minZoom: 0,
    maxZoom: 24,
    shownAtFirst: true,
  },
  {
    id: 'villages',
    name: { zh: '村居', en: 'Villages' },
    hint: { zh: '放大后显示', en: 'Shown when close' },
    legend: [],
    source: null,
    freshness: 'as-of-source',
    minZoom: 12,
    maxZoom: 24,
    shownAtFirst: true,
  },
  {
    id: 'grids',
    name: { zh: '网格', en: 'Grids' },
    hint: { zh: '安全监管网格', en: 'Grids of supervision' },
    legend: [],
    source: null,
    freshness: 'as-of-source',
    minZoom: 0,
    maxZoom: 24,
    shownAtFirst: false,
  },
  {
    id: 'level-heat',
    name: { zh: '风险热力', en: 'Risk heat' },
    hint: {
      zh: '每格取最高风险等级，越浓风险点越多',
      en: 'Each cell shows its worst level; denser means more risk points',
    },
    legend: levels,
    source: 'risk-points',
    freshness: 'live',
    minZoom: 0,
    maxZoom: POINTS_FROM_ZOOM,
    shownAtFirst: true,
  },
  {
    id: 'risk-points',
    name: { zh: '风险点', en: 'Risk points' },
    hint: { zh: '放大后逐点显示', en: 'One by one when close' },
    legend: levels,
    source: 'risk-points',
    freshness: 'live',
    minZoom: POINTS_FROM_ZOOM,
    maxZoom: 24,
    shownAtFirst: true,
  },
  {
    id: 'hazards',
    name: { zh: '隐患', en: 'Hazards' },
    hint: { zh: '远看只显示重大与超期隐患', en: 'From afar only major and overdue ones' },
    legend: [
      { name: { zh: '未整改', en: 'Open' }, symbol: hazardSymbol('open', false) },
      {
        name: { zh: '整改中、待复查', en: 'In rectification or review' },
        symbol: hazardSymbol('in-hand', false),
      },
      { name: { zh: '超期', en: 'Overdue' }, symbol: hazardSymbol('overdue', false) },
      {
        name: { zh: '重大隐患（双环）', en: 'Major (double ring)' },
        symbol: hazardSymbol('open', true),
      },
      { name: { zh: '已销号', en: 'Closed' }, symbol: hazardSymbol('done', false) },
    ],
    source: 'hazards',
    freshness: 'live',
    minZoom: 0,
    maxZoom: 24,
    shownAtFirst: true,
  },
  {
    id: 'enterprises',
    name: { zh: '企业', en: 'Enterprises' },
    hint: {
      zh: '远看聚合为环图，环按等级分段',
      en: 'Clustered from afar; the ring is parted by level',
    },
    legend: [
      ...ENTERPRISE_KIND_CODES.map((kind) => ({
        name: ENTERPRISE_KINDS[kind],
        symbol: KIND_SYMBOLS[kind],
      })),
      ...levels,
    ],
    source: 'enterprises',
    freshness: 'live',
    minZoom: 0,
    maxZoom: 24,
    shownAtFirst: true,
  },
]

/** The layers a new visitor sees. */
export const FIRST_LAYERS: readonly LayerId[] = LAYERS.filter((layer) => layer.shownAtFirst).map(
  (layer) => layer.id,
)

/** Whether a layer is drawn at a zoom. */
export function drawnAt(id: LayerId, zoom: number): boolean {
  return LAYERS.some((layer) => layer.id === id && zoom >= layer.minZoom && zoom < layer.maxZoom)
}
