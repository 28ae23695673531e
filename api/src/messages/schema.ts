import { z } from 'zod'
import {
  MESSAGE_KIND_CODES,
  MESSAGE_RECIPIENT_CODES,
  MESSAGE_SUBJECT_CODES,
} from '../domain/message.ts'

/** 消息 as its reader sees it. */
export const Message = z
  .object({
    id: z.uuid(),
    enterpriseId: z.uuid().nullable().meta({ description: 'Null for what is of no enterprise' }),
    enterpriseName: z.string().nullable(),
    recipient: z.enum(MESSAGE_RECIPIENT_CODES),
    kind: z.enum(MESSAGE_KIND_CODES),
    subject: z.object({ type: z.enum(MESSAGE_SUBJECT_CODES), id: z.uuid() }),
    params: z.record(z.string(), z.union([z.string(), z.number()])).meta({
      description: 'What its text is filled with: code, description, by, deadline, step …',
    }),
    createdAt: z.iso.datetime({ offset: true }),
    readAt: z.iso.datetime({ offset: true }).nullable(),
  })
  .meta({ id: 'Message' })
