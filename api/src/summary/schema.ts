import { z } from 'zod'
import { ENTERPRISE_KIND_CODES } from '../domain/enterprise-kind.ts'
import { HAZARD_STATUS_CODES } from '../domain/hazard.ts'

const count = z.int().min(0)
const byLevel = z.object({ 1: count, 2: count, 3: count, 4: count, unassessed: count })

/** The figures of the charts, each layer narrowed by the facets it has. */
export const Summary = z
  .object({
    asOf: z.iso.datetime({ offset: true }),
    enterprises: z.object({
      total: count,
      byKind: z.record(z.enum(ENTERPRISE_KIND_CODES), count),
      byLevel,
    }),
    riskPoints: z.object({
      total: count,
      byLevel,
      byAccidentType: z
        .record(z.string(), count)
        .meta({ description: 'GB 6441 types that occur; "none" where no source is known' }),
    }),
    hazards: z.object({
      total: count,
      open: count,
      overdue: count,
      majorOpen: count,
      byStatus: z.record(z.enum(HAZARD_STATUS_CODES), count),
    }),
    towns: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          enterprises: count,
          riskPoints: count,
          byLevel: byLevel.meta({ description: 'Risk points' }),
          openHazards: count,
          overdueHazards: count,
        }),
      )
      .meta({ description: 'All towns, also those with nothing' }),
  })
  .meta({ id: 'Summary' })
