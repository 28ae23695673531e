import { z } from 'zod'
import { Evidence } from '../db/evidence.ts'
import { codesOf } from '../domain/dictionary.ts'
import { HAZARD_STATUS_CODES } from '../domain/hazard.ts'
import {
  ORDER_EVENT_CODES,
  ORDER_GUARDS,
  ORDER_PART_CODES,
  ORDER_STATUS_CODES,
} from '../domain/supervision-order.ts'
import { Day } from '../http/day-input.ts'
import { line, prose } from '../http/text-input.ts'

const time = z.iso.datetime({ offset: true })
const status = z.enum(ORDER_STATUS_CODES)
const evidenceIds = z.array(z.uuid()).max(20).default([])

/** 督办单 as it stands in the database. */
export const OrderRow = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid(),
  enterpriseName: z.string(),
  hazard: z
    .object({
      id: z.uuid(),
      code: z.string(),
      description: z.string(),
      status: z.enum(HAZARD_STATUS_CODES),
    })
    .nullable()
    .meta({ description: 'The hazard it is about; null where it is about the enterprise' }),
  documentNo: z.string(),
  title: z.string(),
  requirement: z.string(),
  status,
  deadline: z.iso.date().meta({ description: 'Last day in time' }),
  officeId: z.uuid(),
  officeName: z.string(),
  issuedByName: z.string(),
  issuedAt: time,
  repliedAt: time.nullable(),
  acceptedAt: time.nullable(),
  round: z.int().meta({ description: 'How often a reply has been sent back' }),
  lastSeq: z.int(),
})

/** 督办单 as a list shows it. */
export const OrderItem = OrderRow.extend({
  overdue: z.boolean(),
  overdueDays: z.int().min(0),
}).meta({ id: 'OrderItem' })
export type OrderItem = z.output<typeof OrderItem>

/** One step of an order. */
export const OrderEventRow = z
  .object({
    seq: z.int(),
    type: z.enum(ORDER_EVENT_CODES),
    fromStatus: status.nullable(),
    toStatus: status,
    actorName: z.string(),
    actorRole: z.enum(ORDER_PART_CODES),
    occurredAt: time,
    text: z.string().nullable(),
    deadline: z.iso.date().nullable().meta({ description: 'The deadline this step set' }),
    evidence: z.array(Evidence),
  })
  .meta({ id: 'OrderEvent' })

/** One order with its whole history, and what this reader may do now. */
export const Order = OrderItem.extend({
  otherOffice: z
    .boolean()
    .meta({ description: 'The reader is of the bureau, and another office issued it' }),
  events: z.array(OrderEventRow),
  actions: z.array(
    z.object({ type: z.enum(ORDER_EVENT_CODES), needs: z.array(z.enum(codesOf(ORDER_GUARDS))) }),
  ),
}).meta({ id: 'Order' })
export type Order = z.output<typeof Order>

/** What an order is issued with. */
export const NewOrder = z
  .strictObject({
    id: z
      .uuid()
      .optional()
      .meta({ description: 'Made by the sender: the same id again makes no second order' }),
    enterpriseId: z.uuid(),
    hazardId: z.uuid().optional(),
    documentNo: line(60)
      .optional()
      .meta({ description: 'Left out, the next number of the year is given' }),
    title: line(120).optional(),
    requirement: prose(2000).optional(),
    deadline: Day.optional(),
    evidence: evidenceIds,
  })
  .meta({ id: 'NewOrder' })
export type NewOrder = z.output<typeof NewOrder>

/** One act on an order. */
export const OrderAct = z
  .strictObject({
    type: z.enum(ORDER_EVENT_CODES).exclude(['issue']),
    afterSeq: z
      .int()
      .min(0)
      .optional()
      .meta({ description: 'The last event the sender saw: another since then is a conflict' }),
    clientId: z
      .uuid()
      .optional()
      .meta({ description: 'Made by the sender: the same act again is done once' }),
    text: prose(2000).optional(),
    deadline: Day.optional(),
    evidence: evidenceIds,
  })
  .meta({ id: 'OrderAct' })
export type OrderAct = z.output<typeof OrderAct>
