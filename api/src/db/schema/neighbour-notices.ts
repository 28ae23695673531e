import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  NOTICE_CAUSE_CODES,
  NOTICE_PART_CODES,
  NOTICE_STATUS_CODES,
  RECEIVED_STATUS_CODES,
  RECIPIENT_ORIGIN_CODES,
} from '../../domain/neighbour-notice.ts'
import type { NoticeContent } from '../../domain/notice-content.ts'
import { geometry } from '../geometry.ts'
import { isLevel, oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { scopeColumns } from './scope-columns.ts'

/** 告知书: what an enterprise tells its neighbours of one risk point; never changed once issued. */
export const neighbourNotices = pgTable(
  'neighbour_notices',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    /** No foreign key: what was told is kept when the point is gone. */
    riskPointId: uuid('risk_point_id').notNull(),
    /** 第几版, of the point. */
    no: integer().notNull(),
    status: text({ enum: NOTICE_STATUS_CODES }).notNull(),
    cause: text({ enum: NOTICE_CAUSE_CODES }).notNull(),
    /** The point's level when it was drafted. */
    pointLevel: smallint('point_level').notNull(),
    profileId: text('profile_id').notNull(),
    profileVersion: integer('profile_version').notNull(),
    /** Metres. */
    radius: integer().notNull(),
    geom: geometry('Point')().notNull(),
    extent: geometry('Polygon')(),
    content: jsonb().$type<NoticeContent>().notNull(),
    /** Whether its words were put by hand: then drafting anew keeps them. */
    edited: boolean().notNull().default(false),
    /** Of the row: who writes says which one was read. */
    version: integer().notNull().default(1),
    /** Made by who acted last, so that an act sent again is done once. */
    clientId: uuid('client_id'),
    draftedAt: timestamp('drafted_at', { withTimezone: true }).notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }),
    issuedBy: uuid('issued_by'),
    issuedByName: text('issued_by_name'),
    issuedByPart: text('issued_by_part', { enum: NOTICE_PART_CODES }),
    /** Day by which everybody is told again. */
    renewOn: date('renew_on'),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endedByName: text('ended_by_name'),
    reason: text(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'neighbour_notices_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    unique('neighbour_notices_no_key').on(t.enterpriseId, t.riskPointId, t.no),
    uniqueIndex('neighbour_notices_one_draft')
      .on(t.enterpriseId, t.riskPointId)
      .where(sql`status = 'draft'`),
    uniqueIndex('neighbour_notices_one_in_force')
      .on(t.enterpriseId, t.riskPointId)
      .where(sql`status = 'issued'`),
    check('neighbour_notices_status_known', oneOf(t.status, NOTICE_STATUS_CODES)),
    check('neighbour_notices_cause_known', oneOf(t.cause, NOTICE_CAUSE_CODES)),
    check('neighbour_notices_part_known', oneOf(t.issuedByPart, NOTICE_PART_CODES)),
    check('neighbour_notices_level', isLevel(t.pointLevel)),
    check('neighbour_notices_no', sql`${t.no} > 0`),
    check('neighbour_notices_radius', sql`${t.radius} > 0`),
    check(
      'neighbour_notices_issued',
      sql`(${t.status} = 'draft') = (${t.issuedAt} IS NULL) AND (${t.issuedAt} IS NULL) = (${t.renewOn} IS NULL)`,
    ),
    check(
      'neighbour_notices_ended',
      sql`(${t.status} IN ('superseded', 'withdrawn')) = (${t.endedAt} IS NOT NULL)`,
    ),
    index('neighbour_notices_recent_idx').on(
      sql`(coalesce(${t.issuedAt}, ${t.draftedAt})) DESC`,
      t.enterpriseId,
      t.id,
    ),
    index('neighbour_notices_office_idx').on(t.officeId, t.status),
    index('neighbour_notices_grid_idx').on(t.gridId, t.status),
    index('neighbour_notices_renew_idx')
      .on(t.renewOn)
      .where(sql`status = 'issued'`),
    index('neighbour_notices_geom_idx').using('gist', t.geom),
  ],
)

/** Whom a notice is for, as its sender knows them; with what became of it. */
export const neighbourNoticeRecipients = pgTable(
  'neighbour_notice_recipients',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    noticeId: uuid('notice_id').notNull(),
    recipientId: uuid('recipient_id')
      .notNull()
      .references(() => enterprises.id, { onDelete: 'cascade' }),
    ...scopeColumns(),
    recipientName: text('recipient_name').notNull(),
    geom: geometry('Point')().notNull(),
    /** Metres along the ellipsoid from the point or its outline. */
    distance: doublePrecision().notNull(),
    origin: text({ enum: RECIPIENT_ORIGIN_CODES }).notNull(),
    reason: text(),
    /** Whether this version goes to them; others keep the copy they have. */
    affected: boolean().notNull().default(true),
    /** The copy in their hands, from the database. */
    deliveryId: uuid('delivery_id'),
    toldAt: timestamp('told_at', { withTimezone: true }),
    signedByName: text('signed_by_name'),
    signedAt: timestamp('signed_at', { withTimezone: true }),
    remindedAt: timestamp('reminded_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.noticeId, t.recipientId] }),
    foreignKey({
      name: 'neighbour_notice_recipients_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'neighbour_notice_recipients_of_notice',
      columns: [t.enterpriseId, t.noticeId],
      foreignColumns: [neighbourNotices.enterpriseId, neighbourNotices.id],
    }).onDelete('cascade'),
    check('neighbour_notice_recipients_others', sql`${t.recipientId} <> ${t.enterpriseId}`),
    check('neighbour_notice_recipients_origin_known', oneOf(t.origin, RECIPIENT_ORIGIN_CODES)),
    check(
      'neighbour_notice_recipients_reason',
      sql`${t.origin} = 'profile' OR length(trim(coalesce(${t.reason}, ''))) > 0`,
    ),
    index('neighbour_notice_recipients_of_idx').on(t.recipientId),
    index('neighbour_notice_recipients_delivery_idx').on(t.enterpriseId, t.deliveryId),
  ],
)

/** 收到的告知书: the copy of a notice in the hands of one recipient, whose row it is. Only issuing a notice makes one. */
export const receivedNotices = pgTable(
  'received_notices',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    senderId: uuid('sender_id')
      .notNull()
      .references(() => enterprises.id, { onDelete: 'cascade' }),
    senderName: text('sender_name').notNull(),
    noticeId: uuid('notice_id').notNull(),
    noticeNo: integer('notice_no').notNull(),
    riskPointId: uuid('risk_point_id').notNull(),
    cause: text({ enum: NOTICE_CAUSE_CODES }).notNull(),
    pointLevel: smallint('point_level').notNull(),
    geom: geometry('Point')().notNull(),
    extent: geometry('Polygon')(),
    radius: integer().notNull(),
    distance: doublePrecision().notNull(),
    content: jsonb().$type<NoticeContent>().notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
    issuedByName: text('issued_by_name').notNull(),
    status: text({ enum: RECEIVED_STATUS_CODES }).notNull().default('current'),
    endedAt: timestamp('ended_at', { withTimezone: true }),
    signedBy: uuid('signed_by'),
    signedByName: text('signed_by_name'),
    signedAt: timestamp('signed_at', { withTimezone: true }),
    remindedAt: timestamp('reminded_at', { withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'received_notices_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    uniqueIndex('received_notices_one_current')
      .on(t.enterpriseId, t.senderId, t.riskPointId)
      .where(sql`status = 'current'`),
    check('received_notices_cause_known', oneOf(t.cause, NOTICE_CAUSE_CODES)),
    check('received_notices_status_known', oneOf(t.status, RECEIVED_STATUS_CODES)),
    check('received_notices_level', isLevel(t.pointLevel)),
    check('received_notices_signed', sql`(${t.signedAt} IS NULL) = (${t.signedByName} IS NULL)`),
    index('received_notices_sender_idx').on(t.senderId, t.noticeId),
    index('received_notices_recent_idx').on(t.issuedAt.desc(), t.enterpriseId, t.id),
    index('received_notices_office_idx').on(t.officeId),
    index('received_notices_grid_idx').on(t.gridId),
    index('received_notices_unsigned_idx')
      .on(t.issuedAt)
      .where(sql`status = 'current' AND signed_at IS NULL`),
  ],
)

/** Enterprises whose notices have to be looked at, written by triggers and taken by whoever drafts. */
export const neighbourChecks = pgTable('neighbour_checks', {
  seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  enterprise: uuid().notNull(),
  /** Whether it came, moved or goes by another name: then all around it are looked at too. */
  around: boolean().notNull(),
})

/** Profiles by which every point has been looked at. */
export const neighbourSweeps = pgTable(
  'neighbour_sweeps',
  {
    profileId: text('profile_id').notNull(),
    profileVersion: integer('profile_version').notNull(),
  },
  (t) => [primaryKey({ columns: [t.profileId, t.profileVersion] })],
)
