import { z } from 'zod'
import { PREJUDGEMENT_LEVEL_CODES, PREJUDGEMENT_SOURCE_CODES } from '../domain/prejudgement.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { Day } from '../http/day-input.ts'
import { Problem } from '../http/problem.ts'
import { line, prose } from '../http/text-input.ts'

const level = z.enum(PREJUDGEMENT_LEVEL_CODES)
const sources = z.array(z.enum(PREJUDGEMENT_SOURCE_CODES))
const accidentType = z.int().min(1).max(20)
const time = z.iso.datetime({ offset: true })

/** 风险预判 as every answer shows it; of its risk points only those that the reader may see. */
export const Prejudgement = z
  .object({
    id: z.uuid(),
    level,
    enterpriseId: z.uuid().nullable(),
    enterpriseName: z.string().nullable(),
    officeName: z.string(),
    title: z.string(),
    sources,
    industry: z.string().nullable(),
    periodFrom: z.iso.date(),
    periodTo: z.iso.date(),
    content: z.string(),
    measures: z.string(),
    accidentTypes: z.array(accidentType).meta({ description: 'GB 6441' }),
    cases: z.array(z.object({ id: z.uuid(), title: z.string(), occurredOn: z.iso.date() })),
    riskPoints: z
      .array(
        z.object({
          enterpriseId: z.uuid(),
          id: z.uuid(),
          code: z.string(),
          name: z.string(),
          level: z.literal(RISK_LEVEL_ORDER).nullable(),
        }),
      )
      .meta({ description: 'What it led to' }),
    createdByName: z.string(),
    mine: z.boolean().meta({ description: 'Whether this reader may change it' }),
    version: z.int(),
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Prejudgement' })

const written = {
  title: line(100),
  sources: sources
    .min(1)
    .max(3)
    .refine((all) => new Set(all).size === all.length, 'each source once'),
  periodFrom: Day,
  periodTo: Day,
  content: prose(4000),
  measures: prose(4000, 0),
  accidentTypes: z.array(accidentType).max(20),
  caseIds: z.array(z.uuid()).max(20),
}

const riskPointIds = z.array(z.uuid()).max(200)

/** One of an enterprise by itself, one of an industry or the city by an office. */
export const NewPrejudgement = z
  .discriminatedUnion('level', [
    z.strictObject({
      id: z.uuid().optional(),
      level: z.literal('enterprise'),
      enterpriseId: z.uuid().optional().meta({ description: 'One’s own where absent' }),
      ...written,
      measures: written.measures.default(''),
      accidentTypes: written.accidentTypes.default([]),
      caseIds: written.caseIds.default([]),
      riskPointIds: riskPointIds.default([]),
    }),
    z.strictObject({
      id: z.uuid().optional(),
      level: z.literal('industry'),
      industry: line(60),
      ...written,
      measures: written.measures.default(''),
      accidentTypes: written.accidentTypes.default([]),
      caseIds: written.caseIds.default([]),
    }),
    z.strictObject({
      id: z.uuid().optional(),
      level: z.literal('city'),
      ...written,
      measures: written.measures.default(''),
      accidentTypes: written.accidentTypes.default([]),
      caseIds: written.caseIds.default([]),
    }),
  ])
  .meta({ id: 'NewPrejudgement' })

export const PrejudgementChange = z
  .strictObject({
    version: z.int().positive(),
    ...z.object({ ...written, industry: line(60) }).partial().shape,
  })
  .meta({ id: 'PrejudgementChange' })

/** The risk points of one enterprise that a prejudgement led to, all of them. */
export const PrejudgementRiskPoints = z
  .strictObject({
    enterpriseId: z.uuid().optional().meta({ description: 'One’s own where absent' }),
    riskPointIds,
  })
  .meta({ id: 'PrejudgementRiskPoints' })

export const PrejudgementChanged = Problem.extend({ current: Prejudgement.optional() }).meta({
  id: 'PrejudgementChanged',
})
