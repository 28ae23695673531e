import { z } from 'zod'
import { CONCERN_LIMITS, CONCERN_STATUS_CODES } from '../domain/public-concern.ts'
import { Point } from '../http/geojson.ts'
import { prose } from '../http/text-input.ts'

const instant = z.iso.datetime({ offset: true })

/** 群众反映 as it is moderated. */
export const Concern = z
  .object({
    id: z.uuid(),
    receipt: z.string(),
    text: z.string(),
    placeText: z.string(),
    location: Point.nullable(),
    gridId: z.uuid().nullable(),
    about: z
      .object({ code: z.string(), operator: z.string() })
      .nullable()
      .meta({ description: 'The published site it names' }),
    hasPhoto: z.boolean(),
    status: z.enum(CONCERN_STATUS_CODES),
    reply: z.string().nullable(),
    receivedAt: instant,
    moderatedByName: z.string().nullable(),
    moderatedAt: instant.nullable(),
    hazard: z.object({ enterpriseId: z.uuid(), id: z.uuid() }).nullable(),
  })
  .meta({ id: 'Concern' })
export type Concern = z.output<typeof Concern>

const reply = prose(CONCERN_LIMITS.reply, 2)

/** What becomes of a concern. */
export const ConcernAct = z
  .discriminatedUnion('act', [
    z.strictObject({
      act: z.literal('accept'),
      enterpriseId: z.guid(),
      hazardId: z.guid(),
      reply: reply.optional(),
    }),
    z.strictObject({ act: z.literal('decline'), reply }),
  ])
  .meta({ id: 'ConcernAct' })
