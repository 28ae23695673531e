import { z } from 'zod'
import { NoticeContentRow } from '../db/notice-standing.ts'
import { codesOf } from '../domain/dictionary.ts'
import {
  NOTICE_CAUSE_CODES,
  NOTICE_EVENT_CODES,
  NOTICE_GUARDS,
  NOTICE_PART_CODES,
  NOTICE_STATUS_CODES,
  RECEIPT_STATE_CODES,
  RECEIVED_STATUS_CODES,
  RECIPIENT_ORIGIN_CODES,
} from '../domain/neighbour-notice.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { Point, Polygon } from '../http/geojson.ts'
import { line, prose } from '../http/text-input.ts'

const time = z.iso.datetime({ offset: true })
const level = z.literal(RISK_LEVEL_ORDER)
const metres = (description: string) => z.number().meta({ description: `Metres ${description}` })
const count = z.int().min(0)
const extent = Polygon.nullable().meta({
  description: 'Outline of the point; null where it is only a point',
})

/** 告知书 as it stands in the database. */
export const NoticeRow = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid().meta({ description: 'Who tells' }),
  enterpriseName: z.string(),
  riskPointId: z.uuid(),
  riskPointName: z.string(),
  no: z.int().meta({ description: '第几版, of the point' }),
  status: z.enum(NOTICE_STATUS_CODES),
  cause: z.enum(NOTICE_CAUSE_CODES),
  level,
  radius: metres('within which everybody is told'),
  profile: z.object({ id: z.string(), version: z.int() }),
  location: Point,
  draftedAt: time,
  issuedAt: time.nullable(),
  issuedByName: z.string().nullable(),
  renewOn: z.iso.date().nullable().meta({ description: 'Day by which everybody is told again' }),
  receipts: z
    .object({ total: count, affected: count, told: count, signed: count, late: count })
    .meta({ description: 'late: told longer ago than the profile waits, and not signed' }),
  version: z.int().meta({ description: 'Of the row: to be sent along with every change' }),
})

/** 告知书 as a list shows it. */
export const NoticeItem = NoticeRow.meta({ id: 'NoticeItem' })
export type NoticeItem = z.output<typeof NoticeItem>

const NoticeRecipientRow = z.object({
  enterpriseId: z.uuid(),
  name: z.string(),
  location: Point,
  distance: metres('along the ellipsoid, from the point or its outline'),
  origin: z.enum(RECIPIENT_ORIGIN_CODES),
  reason: z.string().nullable(),
  affected: z
    .boolean()
    .meta({ description: 'Whether this version goes to them; others keep the copy they have' }),
  toldAt: time.nullable(),
  signedByName: z.string().nullable(),
  signedAt: time.nullable(),
  remindedAt: time.nullable(),
})

/** Whom a notice is for, and what became of it. */
const NoticeRecipient = NoticeRecipientRow.extend({ state: z.enum(RECEIPT_STATE_CODES) }).meta({
  id: 'NoticeRecipient',
})

const NoticeVersion = z.object({
  id: z.uuid(),
  no: z.int(),
  status: z.enum(NOTICE_STATUS_CODES),
  cause: z.enum(NOTICE_CAUSE_CODES),
  issuedAt: time.nullable(),
})

export const NoticeDetailRow = NoticeRow.extend({
  extent,
  content: NoticeContentRow,
  edited: z.boolean(),
  issuedByPart: z.enum(NOTICE_PART_CODES).nullable(),
  endedAt: time.nullable(),
  endedByName: z.string().nullable(),
  reason: z.string().nullable(),
  clientId: z.uuid().nullable(),
  recipients: z.array(NoticeRecipientRow),
  versions: z.array(NoticeVersion),
})

/** One notice word by word, whom it is for, and what this reader may do. */
export const Notice = NoticeDetailRow.omit({ clientId: true })
  .extend({
    recipients: z.array(NoticeRecipient),
    actions: z
      .array(
        z.object({
          type: z.enum(NOTICE_EVENT_CODES),
          missing: z.array(z.enum(codesOf(NOTICE_GUARDS))),
        }),
      )
      .meta({ description: 'What the reader may do now, with what is still missing for it' }),
  })
  .meta({ id: 'Notice' })

const version = z.int().min(1).meta({ description: 'Of the notice the sender saw' })

export const NewNotice = z
  .strictObject({
    id: z
      .uuid()
      .optional()
      .meta({ description: 'Made by the sender: the same id again makes no second draft' }),
    riskPointId: z.uuid(),
  })
  .meta({ id: 'NewNotice' })

/** What a draft is changed to; what is left out stays. */
export const NoticeChange = z
  .strictObject({
    version,
    scenarios: prose(2000).optional(),
    alarm: prose(1000).optional(),
    protection: prose(2000).optional(),
    note: prose(1000, 0).optional(),
    byHand: z
      .array(z.strictObject({ enterpriseId: z.uuid(), reason: line(200) }))
      .max(50)
      .optional()
      .meta({ description: 'All recipients that were added by hand; those not named are removed' }),
  })
  .meta({ id: 'NoticeChange' })
export type NoticeChange = z.output<typeof NoticeChange>

export const NoticeAct = z
  .strictObject({
    type: z.enum(NOTICE_EVENT_CODES).exclude(['edit']),
    version,
    clientId: z
      .uuid()
      .optional()
      .meta({ description: 'Made by the sender: the same act again is done once' }),
    reason: prose(500).optional(),
  })
  .meta({ id: 'NoticeAct' })
export type NoticeAct = z.output<typeof NoticeAct>

export const NoticesToIssue = z
  .strictObject({
    items: z
      .array(z.strictObject({ id: z.uuid(), version }))
      .min(1)
      .max(200),
  })
  .meta({ id: 'NoticesToIssue' })

export const ReceivedRow = z.object({
  id: z.uuid(),
  enterpriseId: z.uuid().meta({ description: 'Who was told' }),
  enterpriseName: z.string(),
  senderId: z.uuid(),
  senderName: z.string(),
  riskPointName: z.string(),
  noticeNo: z.int(),
  cause: z.enum(NOTICE_CAUSE_CODES),
  level,
  location: Point,
  radius: metres('within which everybody is told'),
  distance: metres('from the point or its outline'),
  issuedAt: time,
  issuedByName: z.string(),
  status: z.enum(RECEIVED_STATUS_CODES),
  endedAt: time.nullable(),
  signedByName: z.string().nullable(),
  signedAt: time.nullable(),
  remindedAt: time.nullable(),
})

/** 收到的告知书 as a list shows it. */
export const ReceivedItem = ReceivedRow.extend({ state: z.enum(RECEIPT_STATE_CODES) }).meta({
  id: 'ReceivedItem',
})
export const ReceivedDetailRow = ReceivedRow.extend({ extent, content: NoticeContentRow })
export const Received = ReceivedItem.extend({
  ...ReceivedDetailRow.pick({ extent: true, content: true }).shape,
  canSign: z.boolean(),
}).meta({ id: 'Received' })

export const Signature = z
  .strictObject({
    name: line(60).meta({ description: 'The signer’s own name, as the account has it' }),
  })
  .meta({ id: 'Signature' })
