import { z } from 'zod'

const Position = z.array(z.number()).min(2).max(3)

/** `[lon, lat]`, WGS 84. */
export const Point = z
  .object({
    type: z.literal('Point'),
    coordinates: z.tuple([z.number(), z.number()]),
  })
  .meta({ id: 'Point', description: '[lon, lat] in WGS 84' })

export const Polygon = z
  .object({
    type: z.literal('Polygon'),
    coordinates: z.array(z.array(Position)),
  })
  .meta({ id: 'Polygon' })

const MultiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(Position))),
})
const LineString = z.object({ type: z.literal('LineString'), coordinates: z.array(Position) })
const MultiLineString = z.object({
  type: z.literal('MultiLineString'),
  coordinates: z.array(z.array(Position)),
})

/** What areas are drawn with. */
export const AreaShape = z.discriminatedUnion('type', [Polygon, MultiPolygon])

/** What waters are drawn with: a course or a surface. */
export const WaterShape = z.discriminatedUnion('type', [
  Polygon,
  MultiPolygon,
  LineString,
  MultiLineString,
])

/** A GeoJSON FeatureCollection whose features carry the given properties. */
export function featureCollection<Properties extends z.ZodType, Geometry extends z.ZodType>(
  properties: Properties,
  geometry: Geometry,
) {
  return z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), geometry, properties })),
  })
}
