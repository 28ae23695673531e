import { z } from 'zod'
import { EnterpriseItem } from '../schema.ts'
import { ENTERPRISE_KIND_CODES } from '../../domain/enterprise-kind.ts'
import { Point, Polygon } from '../../http/geojson.ts'

const count = z.int().min(0)
const byLevel = z.object({ 1: count, 2: count, 3: count, 4: count, unassessed: count })

/** How many of what lie within. */
export const WithinCounts = z.object({
  enterprises: z.object({
    total: count,
    byLevel,
    byKind: z.record(z.enum(ENTERPRISE_KIND_CODES), count),
  }),
  riskPoints: z.object({ total: count, byLevel }),
  openHazards: z.object({ total: count, major: count }),
})

/** An enterprise within, and how far from the middle of the ring or from the shape it lies. */
export const WithinItem = EnterpriseItem.extend({
  distance: z.number().meta({ description: 'Metres along the ellipsoid; 0 inside a drawn shape' }),
})

/** What is within so many metres of a place, or of a drawn shape. */
export const Within = z
  .object({
    place: z
      .union([Point, Polygon])
      .meta({ description: 'What was asked, in WGS 84 whatever its datum was' }),
    radius: z.number().meta({ description: 'Metres' }),
    counts: WithinCounts,
    items: z.array(WithinItem),
    isComplete: z.boolean().meta({ description: 'Whether the list names all that are counted' }),
  })
  .meta({ id: 'Within' })
