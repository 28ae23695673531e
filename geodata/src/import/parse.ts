import { z } from 'zod'
import type { Datum } from '@onemap/api/domain/datum'
import { surface, watercourse, type Geometry } from '../geojson.ts'
import { CANAL, DISTRICT, GRID, NEIGHBOUR, TOWN, VILLAGE, type LayerName } from '../layers.ts'
import type { Incoming } from '../store/stage.ts'
import { toWgs84 } from './datum.ts'

/** An official feature must carry these; whatever else it has is left aside. */
const FEATURE = {
  district: feature(DISTRICT, surface),
  neighbours: feature(NEIGHBOUR, surface),
  towns: feature(TOWN, surface),
  villages: feature(VILLAGE, surface),
  grids: feature(GRID, surface),
  canal: feature(CANAL, watercourse),
} as const satisfies Record<LayerName, z.ZodType>

const collection = z.object(
  {
    type: z.literal('FeatureCollection', '应为 FeatureCollection'),
    features: z.array(z.unknown(), '应为数组').min(1, '没有任何要素'),
  },
  '应为 GeoJSON 的 FeatureCollection 对象',
)

function feature<P extends z.ZodRawShape, G extends z.ZodType<Geometry>>(
  properties: P,
  geometry: G,
) {
  return z.object({
    type: z.literal('Feature', '应为 Feature'),
    properties: z.object(properties, '缺少 properties'),
    geometry,
  })
}

interface Parsed {
  features: Incoming[]
  problems: string[]
}

/** Reads an official GeoJSON file into WGS 84 features, or says field by field what is wrong with it. */
export function parseLayer(layer: LayerName, text: string, datum: Datum): Parsed {
  const file = collection.safeParse(fromJson(text))
  if (!file.success)
    return { features: [], problems: file.error.issues.map((issue) => describe('文件', issue)) }
  const problems: string[] = []
  const features = file.data.features.flatMap((one, i): Incoming[] => {
    const parsed = FEATURE[layer].safeParse(one)
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map((issue) => describe(`第 ${i + 1} 个要素`, issue)))
      return []
    }
    const { properties, geometry } = parsed.data
    const open = ringsOf(geometry).filter(
      (ring) => ring.at(0)?.join() !== ring.at(-1)?.join(),
    ).length
    if (open > 0)
      problems.push(
        `第 ${i + 1} 个要素 ${properties.name}：有 ${open} 个环首尾坐标不一致（未闭合）`,
      )
    const code = 'code' in properties ? String(properties.code) : null
    return [{ no: i + 1, code, name: properties.name, geometry: toWgs84(geometry, datum) }]
  })
  return { features, problems: [...problems, ...duplicates(features)] }
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

function describe(where: string, { path, message }: z.core.$ZodIssue): string {
  return `${where}${path.length > 0 ? ` ${path.join('.')}` : ''}：${message}`
}

const ringsOf = (geometry: Geometry) =>
  geometry.type === 'MultiPolygon'
    ? geometry.coordinates.flat()
    : geometry.type === 'Polygon'
      ? geometry.coordinates
      : []

function duplicates(features: readonly Incoming[]): string[] {
  const seen = new Map<string, number>()
  return features.flatMap(({ no, code }) => {
    if (code === null) return []
    const before = seen.get(code)
    seen.set(code, before ?? no)
    return before === undefined
      ? []
      : [`第 ${no} 个要素 properties.code：代码 ${code} 与第 ${before} 个要素重复`]
  })
}
