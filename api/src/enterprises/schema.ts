import { z } from 'zod'
import { DATUM_CODES } from '../domain/datum.ts'
import { ENTERPRISE_KIND_CODES } from '../domain/enterprise-kind.ts'
import { HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { Point } from '../http/geojson.ts'

const count = z.int().min(0)
const level = z.literal(RISK_LEVEL_ORDER)

/** 企业 as a list shows it. */
export const EnterpriseItem = z
  .object({
    id: z.uuid(),
    name: z.string(),
    creditCode: z.string(),
    kind: z.enum(ENTERPRISE_KIND_CODES),
    industry: z.string(),
    address: z.string(),
    areaCode: z.string(),
    townCode: z.string(),
    gridId: z.uuid(),
    location: Point,
    riskLevel: level
      .nullable()
      .meta({ description: 'Worst of its risk points; null until one is assessed' }),
    isDemo: z.boolean(),
  })
  .meta({ id: 'EnterpriseItem' })

/** One enterprise with who answers for it and what was found there. */
export const Enterprise = EnterpriseItem.extend({
  activity: z.string(),
  employees: z.int().nullable(),
  industryCode: z.string().meta({ description: 'GB/T 4754-2017' }),
  legalRepresentative: z.string(),
  principal: z.string(),
  safetyOfficer: z.string(),
  dutyPhone: z.string(),
  majorHazardLevel: level.nullable(),
  sourceDatum: z.enum(DATUM_CODES),
  town: z.object({ code: z.string(), name: z.string() }),
  area: z.object({ code: z.string(), name: z.string() }),
  grid: z.object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    chief: z.string().nullable(),
  }),
  office: z.object({ id: z.uuid(), name: z.string(), phone: z.string() }),
  riskPoints: z.object({ 1: count, 2: count, 3: count, 4: count, unassessed: count, total: count }),
  hazards: z.object({
    byStatus: z.record(z.enum(HAZARD_STATUS_CODES), count),
    open: count,
    overdue: count,
    majorOpen: count,
  }),
}).meta({ id: 'Enterprise' })

/** An enterprise near another one. */
export const Neighbour = EnterpriseItem.extend({
  distance: z.number().meta({ description: 'Metres along the ellipsoid' }),
}).meta({ id: 'Neighbour' })
