import { z } from 'zod'

/** [longitude, latitude] in degrees; a height that a file may carry is dropped. */
export const position = z
  .array(z.number())
  .min(2, '坐标至少要有经度和纬度两个数')
  .transform(([lon, lat]): [number, number] => [lon ?? Number.NaN, lat ?? Number.NaN])
  .refine(
    ([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90,
    '坐标应为 [经度, 纬度]，单位为度（不是投影坐标，经纬度也不要颠倒）',
  )

const ring = z.array(position).min(4, '环至少要有 4 个坐标')
const line = z.array(position).min(2, '线至少要有 2 个坐标')

const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1) })
const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ring).min(1)).min(1),
})
const lineString = z.object({ type: z.literal('LineString'), coordinates: line })
const multiLineString = z.object({
  type: z.literal('MultiLineString'),
  coordinates: z.array(line).min(1),
})

/** Polygon or MultiPolygon, read as a MultiPolygon. */
export const surface = z
  .discriminatedUnion('type', [polygon, multiPolygon], '应为 Polygon 或 MultiPolygon')
  .transform((geometry): Surface =>
    geometry.type === 'MultiPolygon'
      ? geometry
      : { type: 'MultiPolygon', coordinates: [geometry.coordinates] },
  )

/** The course of a river, or its banks. */
export const watercourse = z.discriminatedUnion(
  'type',
  [lineString, multiLineString, polygon, multiPolygon],
  '应为 LineString、MultiLineString、Polygon 或 MultiPolygon',
)

export type Position = [number, number]
export type Ring = Position[]

/** MultiPolygon: polygons of rings, the outer ring of each first. */
export interface Surface {
  type: 'MultiPolygon'
  coordinates: Ring[][]
}

type Watercourse = z.infer<typeof watercourse>
export type Geometry = Surface | Watercourse

export interface Feature<Properties, Shape extends Geometry = Surface> {
  type: 'Feature'
  properties: Properties
  geometry: Shape
}

/** A FeatureCollection schema from the schemas of its properties and geometry. */
export function collectionOf<P extends z.ZodType, G extends z.ZodType>(properties: P, geometry: G) {
  return z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), properties, geometry })),
  })
}
