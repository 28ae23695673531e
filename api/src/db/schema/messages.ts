import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  MESSAGE_KIND_CODES,
  MESSAGE_RECIPIENT_CODES,
  MESSAGE_SUBJECT_CODES,
} from '../../domain/message.ts'
import { oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'

/** 消息: what people of an enterprise, its grid, its office or the bureau's leaders are told, by the app itself. */
export const messages = pgTable(
  'messages',
  {
    /** Null for what is of no enterprise, such as an edition of the roster. */
    enterpriseId: uuid('enterprise_id'),
    id: uuid().primaryKey(),
    recipient: text({ enum: MESSAGE_RECIPIENT_CODES }).notNull(),
    /** The one person it is for, where it is for one. */
    userId: uuid('user_id'),
    kind: text({ enum: MESSAGE_KIND_CODES }).notNull(),
    subject: text({ enum: MESSAGE_SUBJECT_CODES }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** What its text is filled with. */
    params: jsonb().$type<Record<string, string | number>>().notNull().default({}),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
    gridId: uuid('grid_id'),
    officeId: uuid('office_id'),
  },
  (t) => [
    foreignKey({
      name: 'messages_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    check('messages_recipient_known', oneOf(t.recipient, MESSAGE_RECIPIENT_CODES)),
    check('messages_kind_known', oneOf(t.kind, MESSAGE_KIND_CODES)),
    check('messages_subject_known', oneOf(t.subject, MESSAGE_SUBJECT_CODES)),
    check(
      'messages_placed',
      sql`${t.enterpriseId} IS NULL OR (${t.gridId} IS NOT NULL AND ${t.officeId} IS NOT NULL)`,
    ),
    check('messages_to_one', sql`(${t.recipient} = 'user') = (${t.userId} IS NOT NULL)`),
    index('messages_enterprise_idx').on(t.enterpriseId, t.sentAt.desc()),
    index('messages_recent_idx').on(t.sentAt.desc(), t.id),
    index('messages_grid_idx').on(t.gridId, t.sentAt.desc()),
    index('messages_office_idx').on(t.officeId, t.sentAt.desc()),
  ],
)

/** Who has read what; each person's own business. */
export const messageReads = pgTable(
  'message_reads',
  {
    userId: uuid('user_id').notNull(),
    messageId: uuid('message_id').notNull(),
    readAt: timestamp('read_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.messageId] }),
    foreignKey({
      name: 'message_reads_of_message',
      columns: [t.messageId],
      foreignColumns: [messages.id],
    }).onDelete('cascade'),
  ],
)
