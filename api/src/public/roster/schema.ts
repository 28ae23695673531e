import { z } from 'zod'
import { BATCH_KIND_CODES } from '../../domain/disclosure-batch.ts'
import { ENTERPRISE_KIND_CODES } from '../../domain/enterprise-kind.ts'
import { PUBLIC_HARM_CODES } from '../../domain/public-advice.ts'
import { COMPARED_FIELDS } from '../../domain/public-roster.ts'
import { Point } from '../../http/geojson.ts'

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const instant = z.iso.datetime({ offset: true })

/** A risk source as the public knows it. */
export const RiskSource = z
  .object({
    code: z.string().meta({ description: 'Stable public code' }),
    operator: z.string(),
    address: z.string(),
    activity: z.string(),
    kind: z.enum(ENTERPRISE_KIND_CODES),
    level,
    harms: z
      .array(z.enum(PUBLIC_HARM_CODES))
      .meta({ description: 'What could happen, the most far-reaching first' }),
    warning: z.object({ zh: z.string(), en: z.string() }),
    doThis: z.object({ zh: z.string(), en: z.string() }),
    lastVisit: z.iso.date().nullable(),
    office: z.object({ name: z.string(), phone: z.string() }),
    town: z.object({ code: z.string(), name: z.string() }),
    location: Point.meta({ description: 'Centre of a cell of about 100 m' }),
  })
  .meta({ id: 'PublicRiskSource' })
export type RiskSource = z.output<typeof RiskSource>

/** A published edition of the roster. */
export const PublicBatch = z
  .object({
    number: z.string(),
    kind: z.enum(BATCH_KIND_CODES),
    period: z.string(),
    title: z.string(),
    note: z.string(),
    publishedAt: instant,
    records: z.int(),
    previous: z.string().nullable(),
  })
  .meta({ id: 'PublicBatch' })
export type PublicBatch = z.output<typeof PublicBatch>

/** What an edition changed. */
export const PublicChange = z
  .object({
    code: z.string(),
    operator: z.string(),
    change: z.enum(['added', 'removed', 'retracted', 'changed']),
    fields: z.array(z.enum(COMPARED_FIELDS)),
    reason: z.string().nullable(),
  })
  .meta({ id: 'PublicChange' })
export type PublicChange = z.output<typeof PublicChange>

const label = z.object({ zh: z.string(), en: z.string() })

/** What a program needs to read the downloads. */
export const Dictionary = z
  .object({
    terms: label,
    columns: z.array(label.extend({ key: z.string(), meaning: label })).readonly(),
    levels: z.array(label.extend({ level: z.int(), colour: label, hex: z.string() })),
    levelMeanings: z.record(z.string(), label),
    caution: label,
    kinds: z.record(z.string(), label),
    harms: z.record(
      z.string(),
      label.extend({ happens: label, warning: label, doThis: z.array(label).readonly() }),
    ),
  })
  .meta({ id: 'PublicDictionary' })
