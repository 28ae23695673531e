import { z } from 'zod'
import { ASSESSMENT_STAGE_CODES } from '../domain/assessment-stage.ts'
import { CONTROL_LEVEL_CODES } from '../domain/control-level.ts'
import { MEASURE_CATEGORY_CODES, MEASURE_STATUS_CODES } from '../domain/control-measure.ts'
import { DATUM_CODES } from '../domain/datum.ts'
import { DIRECT_CRITERION_CODES } from '../domain/direct-criteria.ts'
import {
  FACTOR_CODES,
  OCCUPATIONAL_FACTOR_CODES,
  RISK_CATEGORY_CODES,
} from '../domain/hazard-factors.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { RISK_DOMAIN_CODES, RISK_POINT_TYPE_CODES } from '../domain/risk-point-kind.ts'
import { Day } from '../http/day-input.ts'
import { Place, PlaceArea } from '../http/place-input.ts'
import { formatted, line, prose } from '../http/text-input.ts'

/** An id made by whoever sends: the same sent twice is written once. */
const id = z.uuid().optional().meta({ description: 'Made by the sender; sent twice, written once' })
/** The version of the risk point that the sender saw. */
const version = z
  .int()
  .positive()
  .meta({ description: 'Of the risk point, as last seen: refused where somebody was faster' })

const graded = {
  id,
  stage: z.enum(ASSESSMENT_STAGE_CODES),
  raisedLevel: z
    .literal(RISK_LEVEL_ORDER)
    .optional()
    .meta({ description: 'Raised by hand above what score and criterion come to; needs a reason' }),
  reason: prose(500).optional(),
  assessor: line(40).optional().meta({ description: 'The sender where absent' }),
  assessedOn: Day.optional().meta({
    description: 'Today in China where absent; never in the future',
  }),
}
const profileId = line(40).optional().meta({ description: 'Another profile than the usual one' })
const criterion = z.enum(DIRECT_CRITERION_CODES)

/** 风险评价, recomputed by the server: score and level are never sent. */
export const NewAssessment = z
  .discriminatedUnion('method', [
    z.strictObject({
      method: z.literal('LEC'),
      l: z.number(),
      e: z.number(),
      c: z.number(),
      criterion: criterion.optional(),
      profileId,
      ...graded,
    }),
    z.strictObject({
      method: z.literal('LS'),
      l: z.number(),
      s: z.number(),
      criterion: criterion.optional(),
      profileId,
      ...graded,
    }),
    z.strictObject({ method: z.literal('DIRECT'), criterion, ...graded }),
  ])
  .meta({ id: 'NewAssessment' })
export type NewAssessment = z.output<typeof NewAssessment>

const measure = {
  category: z.enum(MEASURE_CATEGORY_CODES),
  controlLevel: z.enum(CONTROL_LEVEL_CODES),
  content: prose(2000),
  status: z.enum(MEASURE_STATUS_CODES),
  verifiedOn: Day.nullable(),
}
export const NewMeasure = z
  .strictObject({
    id,
    ...measure,
    status: measure.status.default('effective'),
    verifiedOn: measure.verifiedOn.default(null),
  })
  .meta({ id: 'NewMeasure' })
export type NewMeasure = z.output<typeof NewMeasure>
export const MeasureChange = z
  .strictObject({ version, ...z.object(measure).partial().shape })
  .meta({ id: 'MeasureChange' })

const source = {
  description: line(500),
  factor: z.enum(FACTOR_CODES),
  riskCategory: z.enum(RISK_CATEGORY_CODES).nullable(),
  accidentType: z.int().min(1).max(20).meta({ description: 'GB 6441' }),
  occupationalFactor: z.enum(OCCUPATIONAL_FACTOR_CODES).nullable(),
}
export const NewSource = z
  .strictObject({
    id,
    ...source,
    riskCategory: source.riskCategory.default(null),
    occupationalFactor: source.occupationalFactor.default(null),
    assessments: z
      .array(NewAssessment)
      .max(2)
      .default([])
      .refine(
        (all) => new Set(all.map(({ stage }) => stage)).size === all.length,
        'one assessment of each stage',
      )
      .meta({ description: 'At most one of each stage' }),
    measures: z.array(NewMeasure).max(50).default([]),
  })
  .meta({ id: 'NewHazardSource' })
export type NewSource = z.output<typeof NewSource>
export const SourceChange = z
  .strictObject({ version, ...z.object(source).partial().shape })
  .meta({ id: 'HazardSourceChange' })

const responsibility = {
  controlLevel: z.enum(CONTROL_LEVEL_CODES),
  department: line(60),
  person: line(40),
  mobile: formatted(/^(1\d{10}|(0\d{2,3}-?)?\d{7,8})$/)
    .nullable()
    .meta({ description: 'Mobile or landline; stored sealed, shown masked' }),
}
export const NewResponsibility = z
  .strictObject({ id, ...responsibility, mobile: responsibility.mobile.default(null) })
  .meta({ id: 'NewResponsibility' })
export type NewResponsibility = z.output<typeof NewResponsibility>
export const ResponsibilityChange = z
  .strictObject({ version, ...z.object(responsibility).partial().shape })
  .meta({ id: 'ResponsibilityChange' })

const point = {
  code: line(40).regex(/^\S+$/, 'a code without spaces'),
  name: line(100),
  type: z.enum(RISK_POINT_TYPE_CODES),
  domain: z.enum(RISK_DOMAIN_CODES),
  publicDomain: z.boolean(),
  locationText: line(200, 0),
  location: Place,
  extent: PlaceArea.nullable(),
  datum: z
    .enum(DATUM_CODES)
    .meta({ description: 'What location and extent are given in; WGS 84 where absent' }),
}
export const NewRiskPoint = z
  .strictObject({
    id,
    ...point,
    code: point.code.optional().meta({ description: 'The next FX-nnn where absent' }),
    publicDomain: point.publicDomain.default(false),
    locationText: point.locationText.default(''),
    extent: point.extent.default(null),
    datum: point.datum.default('wgs84'),
    sources: z.array(NewSource).max(50).default([]),
    responsibilities: z.array(NewResponsibility).max(20).default([]),
  })
  .meta({ id: 'NewRiskPoint' })
export type NewRiskPoint = z.output<typeof NewRiskPoint>

const changes = z.object(point).partial().shape
export const RiskPointChange = z
  .strictObject({ version, ...changes })
  .meta({ id: 'RiskPointChange' })
export type RiskPointChange = z.output<typeof RiskPointChange>

/** Many points at once: all of them or none. */
export const RiskPointChanges = z
  .strictObject({
    changes: z
      .array(z.strictObject({ id: z.uuid(), version, ...changes }))
      .min(1)
      .max(500)
      .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'every point once'),
  })
  .meta({ id: 'RiskPointChanges' })
export type BulkChange = z.output<typeof RiskPointChanges>['changes'][number]
