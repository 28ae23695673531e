import { z } from 'zod'
import {
  BATCH_ACT_CODES,
  BATCH_KIND_CODES,
  BATCH_STATUS_CODES,
} from '../domain/disclosure-batch.ts'
import { WINDOW_STATE_CODES } from '../domain/disclosure-window.ts'
import { ENTERPRISE_KIND_CODES } from '../domain/enterprise-kind.ts'
import { PUBLIC_HARM_CODES } from '../domain/public-advice.ts'
import { COMPARED_FIELDS } from '../domain/public-roster.ts'
import { formatted, line, prose } from '../http/text-input.ts'

const instant = z.iso.datetime({ offset: true })
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const period = formatted(/^\d{4}-(0[1-9]|1[0-2])$/)
const twoLanguages = z.strictObject({
  zh: prose(1000),
  en: prose(2000),
})

/** 公布批次 as lists show it. */
export const Batch = z
  .object({
    id: z.uuid(),
    number: z.string().nullable().meta({ description: 'Given by publication' }),
    kind: z.enum(BATCH_KIND_CODES),
    period,
    status: z.enum(BATCH_STATUS_CODES),
    title: z.string(),
    note: z.string(),
    preparedBy: z.uuid(),
    preparedByName: z.string(),
    preparedAt: instant,
    submittedAt: instant.nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: instant.nullable(),
    opinion: z.string().nullable(),
    outsideReason: z.string().nullable().meta({
      description: 'Why it was published outside the 11th to 20th; null within',
    }),
    included: z.int(),
    version: z.int().meta({ description: 'Say which one was read when changing the batch' }),
  })
  .meta({ id: 'DisclosureBatch' })

/** What an officer says in plainer words; both languages or none. */
const Overrides = z
  .strictObject({
    activity: line(300).optional(),
    warning: twoLanguages.optional(),
    doThis: twoLanguages.optional(),
  })
  .meta({ id: 'RosterOverrides' })

const PARTS = ['include', 'remove', 'retract'] as const

/** A site of a batch. */
export const BatchItem = z
  .object({
    enterpriseId: z.uuid(),
    name: z.string(),
    kind: z.enum(ENTERPRISE_KIND_CODES),
    level: level.nullable(),
    townName: z.string(),
    code: z.string(),
    part: z.enum(PARTS),
    overrides: Overrides,
    reason: z.string().nullable(),
  })
  .meta({ id: 'DisclosureItem' })

/** A batch with its sites, and whom it waits for. */
export const BatchWithSites = Batch.extend({
  items: z.array(BatchItem),
  approvers: z
    .array(z.object({ name: z.string(), officeName: z.string() }))
    .meta({ description: 'Heads of office who may approve it, while it is submitted' }),
}).meta({ id: 'DisclosureBatchWithSites' })

/** A site that could be in a batch. */
export const Candidate = z
  .object({
    enterpriseId: z.uuid(),
    name: z.string(),
    kind: z.enum(ENTERPRISE_KIND_CODES),
    level: level.nullable(),
    townName: z.string(),
    suggested: z
      .boolean()
      .meta({ description: 'A kind that is always disclosed, or level 1 or 2' }),
    published: z.boolean().meta({ description: 'In the roster that stands' }),
  })
  .meta({ id: 'DisclosureCandidate' })

/** 名册 line: exactly what is or will be public. */
export const RosterRecord = z
  .object({
    code: z.string(),
    operator: z.string(),
    address: z.string(),
    activity: z.string(),
    kind: z.enum(ENTERPRISE_KIND_CODES),
    level,
    harms: z.array(z.enum(PUBLIC_HARM_CODES)),
    warningZh: z.string(),
    warningEn: z.string(),
    doThisZh: z.string(),
    doThisEn: z.string(),
    lastVisit: z.iso.date().nullable(),
    officeName: z.string(),
    officePhone: z.string(),
    townCode: z.string(),
    townName: z.string(),
    lon: z.number(),
    lat: z.number(),
  })
  .meta({ id: 'RosterRecord' })

/** What becomes of a site from the batch that stands to this one. */
export const RosterChange = z
  .object({
    code: z.string(),
    operator: z.string(),
    change: z.enum(['added', 'removed', 'changed', 'unchanged']),
    fields: z.array(z.enum(COMPARED_FIELDS)),
  })
  .meta({ id: 'RosterChange' })

/** Why a batch cannot be submitted as it is. */
const BatchProblem = z
  .object({
    enterpriseId: z.uuid(),
    name: z.string(),
    problem: z.enum(['not-assessed', 'no-activity', 'no-office-phone', 'reason-missing']),
  })
  .meta({ id: 'DisclosureProblem' })

/** What will be public. */
export const Preview = z
  .object({
    records: z.array(RosterRecord),
    removals: z.array(
      z.object({
        code: z.string(),
        operator: z.string(),
        kind: z.enum(['removed', 'retracted']),
        reason: z.string(),
      }),
    ),
    against: z.string().nullable().meta({ description: 'Number of the batch it is compared with' }),
    changes: z.array(RosterChange),
    before: z
      .array(RosterRecord)
      .meta({ description: 'What stands now of each site that changes or leaves' }),
    problems: z.array(BatchProblem),
  })
  .meta({ id: 'DisclosurePreview' })

export const NewBatch = z
  .strictObject({
    kind: z.enum(BATCH_KIND_CODES),
    title: line(100).optional(),
    note: prose(1000, 0).default(''),
  })
  .meta({ id: 'NewDisclosureBatch' })

export const BatchChange = z
  .strictObject({
    version: z.int(),
    title: line(100).optional(),
    note: prose(1000, 0).optional(),
  })
  .meta({ id: 'DisclosureBatchChange' })

export const ItemChanges = z
  .strictObject({
    version: z.int(),
    items: z
      .array(
        z
          .strictObject({
            enterpriseId: z.guid(),
            part: z.enum([...PARTS, 'drop']).meta({
              description: 'drop: takes a site out of the draft that was never published',
            }),
            overrides: Overrides.default({}),
            reason: prose(300, 0).optional(),
          })
          .refine(
            ({ part, reason }) => part === 'include' || part === 'drop' || (reason ?? '') !== '',
            { path: ['reason'], message: 'a published site leaves with a reason' },
          ),
      )
      .min(1)
      .max(2000),
  })
  .meta({ id: 'DisclosureItemChanges' })

export const BatchActRequest = z
  .strictObject({
    act: z.enum(BATCH_ACT_CODES),
    version: z.int(),
    opinion: prose(500, 0).optional(),
    outsideReason: prose(500, 0).optional().meta({
      description: 'Needed to publish outside the 11th to 20th of a month, China time',
    }),
  })
  .meta({ id: 'DisclosureAct' })

/** How this month's follow-up stands. */
export const Window = z
  .object({
    today: z.iso.date(),
    period,
    state: z.enum(WINDOW_STATE_CODES),
    last: z.object({ number: z.string(), publishedAt: instant, records: z.int() }).nullable(),
    openBatchId: z.uuid().nullable(),
    changes: z
      .array(RosterChange)
      .meta({ description: 'What a regular batch made now would change' }),
  })
  .meta({ id: 'DisclosureWindow' })
