import { z } from 'zod'
import { HAZARD_GRADE_CODES, HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import { INBOX_KIND_CODES, WAITING_MATTER_CODES } from '../domain/inbox.ts'
import { ORDER_STATUS_CODES } from '../domain/supervision-order.ts'

/** What waits in a line: a hazard, or a supervision order. */
const Matter = z.object({
  enterpriseId: z.uuid(),
  id: z.uuid(),
  enterpriseName: z.string(),
  code: z.string().meta({ description: 'Number of the hazard, 文号 of the order' }),
  description: z.string(),
  grade: z.enum(HAZARD_GRADE_CODES).nullable(),
  deadline: z.iso.date().nullable(),
  overdue: z.boolean(),
  overdueDays: z.int().min(0),
})

export const WaitingHazard = Matter.extend({ status: z.enum(HAZARD_STATUS_CODES) })
export const WaitingOrder = Matter.extend({ status: z.enum(ORDER_STATUS_CODES) })

/** Anything else that waits. */
export const WaitingLine = z.object({
  subject: z.enum(WAITING_MATTER_CODES),
  id: z.uuid().meta({ description: 'Of the enterprise where a visit waits' }),
  enterpriseId: z.uuid().nullable().meta({ description: 'Null for what is of no enterprise' }),
  enterpriseName: z.string().nullable(),
  code: z.string().meta({ description: 'Its number; empty where it has none' }),
  description: z.string(),
  since: z.iso.date().nullable().meta({ description: 'The day it began to wait' }),
  deadline: z.iso.date().nullable(),
  overdue: z.boolean(),
  overdueDays: z.int().min(0),
})
export type WaitingLine = z.output<typeof WaitingLine>

/** 待办: what waits for the reader, the most pressing group first. */
export const Inbox = z
  .object({
    asOf: z.iso.datetime({ offset: true }),
    officeId: z.uuid().nullable().meta({
      description:
        'The office whose enterprises are meant; null for grids and enterprises, which see no others',
    }),
    groups: z.array(
      z.object({
        kind: z.enum(INBOX_KIND_CODES),
        count: z.int().min(0),
        hazards: z.array(WaitingHazard).meta({ description: 'The first few, by deadline' }),
        orders: z.array(WaitingOrder),
        matters: z.array(WaitingLine).meta({ description: 'What is neither, by deadline' }),
      }),
    ),
  })
  .meta({ id: 'Inbox' })
export type Inbox = z.output<typeof Inbox>
