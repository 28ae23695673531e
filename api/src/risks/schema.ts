import { z } from 'zod'
import { ASSESSMENT_METHOD_CODES } from '../domain/assessment.ts'
import { DIRECT_CRITERION_CODES } from '../domain/direct-criteria.ts'
import { ASSESSMENT_STAGE_CODES } from '../domain/assessment-stage.ts'
import { MISSING_ITEM_CODES } from '../domain/completeness.ts'
import { CONTROL_LEVEL_CODES } from '../domain/control-level.ts'
import { MEASURE_CATEGORY_CODES, MEASURE_STATUS_CODES } from '../domain/control-measure.ts'
import {
  FACTOR_CODES,
  OCCUPATIONAL_FACTOR_CODES,
  RISK_CATEGORY_CODES,
} from '../domain/hazard-factors.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { RISK_DOMAIN_CODES, RISK_POINT_TYPE_CODES } from '../domain/risk-point-kind.ts'
import { Point, Polygon } from '../http/geojson.ts'
import { Problem } from '../http/problem.ts'

const level = z.literal(RISK_LEVEL_ORDER)
const accidentType = z.int().min(1).max(20).meta({ description: 'GB 6441' })
const day = z.iso.date()

const Assessment = z
  .object({
    id: z.uuid(),
    stage: z.enum(ASSESSMENT_STAGE_CODES),
    method: z.enum(ASSESSMENT_METHOD_CODES),
    inputs: z.record(z.string(), z.number()),
    score: z
      .string()
      .nullable()
      .meta({ description: 'Exact decimal; null where a direct criterion alone decided' }),
    level,
    raisedFrom: level.nullable().meta({
      description: 'What score and criterion came to, where the level was raised by hand',
    }),
    profileId: z.string(),
    profileVersion: z.int(),
    directCriterion: z.enum(DIRECT_CRITERION_CODES).nullable(),
    assessor: z.string(),
    assessedOn: day,
    reason: z.string().nullable(),
  })
  .meta({ id: 'Assessment' })

const ControlMeasure = z
  .object({
    id: z.uuid(),
    category: z.enum(MEASURE_CATEGORY_CODES),
    controlLevel: z.enum(CONTROL_LEVEL_CODES),
    content: z.string(),
    status: z.enum(MEASURE_STATUS_CODES),
    verifiedOn: day.nullable(),
  })
  .meta({ id: 'ControlMeasure' })

const HazardSource = z
  .object({
    id: z.uuid(),
    description: z.string(),
    factor: z.enum(FACTOR_CODES),
    riskCategory: z.enum(RISK_CATEGORY_CODES).nullable(),
    accidentType,
    occupationalFactor: z.enum(OCCUPATIONAL_FACTOR_CODES).nullable(),
    level: level.nullable(),
    assessments: z.array(Assessment).meta({ description: 'The one in force first' }),
    measures: z.array(ControlMeasure),
  })
  .meta({ id: 'HazardSource' })

const Responsibility = z
  .object({
    id: z.uuid(),
    controlLevel: z.enum(CONTROL_LEVEL_CODES),
    department: z.string(),
    person: z.string(),
    mobile: z
      .string()
      .nullable()
      .meta({ description: 'Masked: 138****1234; whole by POST /personal-data/reveal' }),
  })
  .meta({ id: 'Responsibility' })

/** 风险点 as it stands in the database: without what it lacks, which is a rule. */
export const RiskPointRow = z.object({
  id: z.uuid(),
  no: z.int(),
  code: z.string(),
  name: z.string(),
  type: z.enum(RISK_POINT_TYPE_CODES),
  domain: z.enum(RISK_DOMAIN_CODES),
  publicDomain: z.boolean(),
  locationText: z.string(),
  level: level.nullable(),
  accidentType: accidentType.nullable(),
  version: z.int().meta({ description: 'Name it when changing anything of the point' }),
  updatedAt: z.iso.datetime({ offset: true }),
  location: Point,
  extent: Polygon.nullable(),
  sources: z.array(HazardSource),
  responsibilities: z.array(Responsibility),
})

/** 风险点 with its sources, assessments, measures and responsibilities. */
export const RiskPoint = RiskPointRow.extend({
  missing: z
    .array(
      z.object({
        item: z.enum(MISSING_ITEM_CODES),
        controlLevel: z.enum(CONTROL_LEVEL_CODES).nullable(),
        person: z.string().optional().meta({ description: 'Whose number is missing' }),
      }),
    )
    .meta({ description: 'What it lacks before it can go into the book' }),
}).meta({ id: 'RiskPoint' })

/** One assessment in the history of a risk point. */
const AssessmentOnRecord = Assessment.extend({
  sourceId: z.uuid(),
  sourceDescription: z.string(),
  recordedAt: z.iso.datetime({ offset: true }),
  previousLevel: level
    .nullable()
    .meta({ description: 'Of the same source and stage, before this one' }),
}).meta({ id: 'AssessmentOnRecord' })

/** What only the answer about one risk point carries. */
export const RiskPointHistory = z.object({
  history: z
    .array(AssessmentOnRecord)
    .meta({ description: 'Every assessment of its sources, the latest first' }),
  prejudgements: z
    .array(z.object({ id: z.uuid(), title: z.string() }))
    .meta({ description: 'What led to it' }),
})

/** 风险点 with everything, and how its assessments came about. */
export const RiskPointDetail = RiskPoint.extend(RiskPointHistory.shape).meta({
  id: 'RiskPointDetail',
})

/** A refusal because somebody was faster, with what stands now. */
export const RiskPointChanged = Problem.extend({ current: RiskPoint.optional() }).meta({
  id: 'RiskPointChanged',
})
