import { z } from 'zod'
import { Point } from '../http/geojson.ts'

/** 行政区划: the district, its towns and villages. */
export const Area = z
  .object({
    code: z.string(),
    name: z.string(),
    level: z.enum(['county', 'town', 'village']),
    parentCode: z.string().nullable(),
    schematic: z.boolean().meta({ description: '示意: the boundary is not an official one' }),
    location: Point.nullable().meta({
      description: 'A point inside; null while the boundary is unknown',
    }),
  })
  .meta({ id: 'Area' })
