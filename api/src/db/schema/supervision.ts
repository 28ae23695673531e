import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import {
  ORDER_EVENT_CODES,
  ORDER_PART_CODES,
  ORDER_STATUS_CODES,
} from '../../domain/supervision-order.ts'
import { oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { evidence } from './evidence.ts'
import { hazards } from './hazards.ts'
import { scopeColumns } from './scope-columns.ts'

/** 督办单: what an office tells an enterprise to see to by a day. Overdue is derived and has no column. */
export const supervisionOrders = pgTable(
  'supervision_orders',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    /** The hazard it is about; null where it is about the enterprise. */
    hazardId: uuid('hazard_id'),
    documentNo: text('document_no').notNull(),
    title: text().notNull(),
    requirement: text().notNull(),
    status: text({ enum: ORDER_STATUS_CODES }).notNull(),
    /** Last day in time. */
    deadline: date().notNull(),
    issuedBy: uuid('issued_by'),
    issuedByName: text('issued_by_name').notNull(),
    issuedAt: timestamp('issued_at', { withTimezone: true }).notNull(),
    repliedAt: timestamp('replied_at', { withTimezone: true }),
    acceptedAt: timestamp('accepted_at', { withTimezone: true }),
    /** How often a reply has been sent back. */
    round: integer().notNull().default(0),
    /** Number of the last event: who acts on an older state is told so. */
    lastSeq: integer('last_seq').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'supervision_orders_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'supervision_orders_about_hazard',
      columns: [t.enterpriseId, t.hazardId],
      foreignColumns: [hazards.enterpriseId, hazards.id],
    }).onDelete('cascade'),
    // One document may go to several enterprises, but not twice to one.
    unique('supervision_orders_document_key').on(t.enterpriseId, t.documentNo),
    check('supervision_orders_status_known', oneOf(t.status, ORDER_STATUS_CODES)),
    check('supervision_orders_round', sql`${t.round} >= 0`),
    check('supervision_orders_last_seq', sql`${t.lastSeq} > 0`),
    check(
      'supervision_orders_replied_when',
      sql`${t.repliedAt} IS NOT NULL OR ${t.status} NOT IN ('replied', 'accepted')`,
    ),
    check(
      'supervision_orders_accepted_when',
      sql`(${t.acceptedAt} IS NOT NULL) = (${t.status} = 'accepted')`,
    ),
    index('supervision_orders_recent_idx').on(t.issuedAt.desc(), t.enterpriseId, t.id),
    index('supervision_orders_office_idx').on(t.officeId, t.status),
    index('supervision_orders_grid_idx').on(t.gridId),
    index('supervision_orders_hazard_idx').on(t.enterpriseId, t.hazardId),
  ],
)

/** 督办记录: every step of an order, never changed afterwards. */
export const supervisionOrderEvents = pgTable(
  'supervision_order_events',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    orderId: uuid('order_id').notNull(),
    seq: integer().notNull(),
    ...scopeColumns(),
    /** Made by the sender, so that an act sent again is done once. */
    clientId: uuid('client_id'),
    type: text({ enum: ORDER_EVENT_CODES }).notNull(),
    fromStatus: text('from_status', { enum: ORDER_STATUS_CODES }),
    toStatus: text('to_status', { enum: ORDER_STATUS_CODES }).notNull(),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    actorPost: text('actor_post').default(sql`scope_post()`),
    actorRole: text('actor_role', { enum: ORDER_PART_CODES }).notNull(),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    text: text(),
    /** The deadline this step set. */
    deadline: date(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.orderId, t.seq] }),
    foreignKey({
      name: 'supervision_order_events_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'supervision_order_events_of_order',
      columns: [t.enterpriseId, t.orderId],
      foreignColumns: [supervisionOrders.enterpriseId, supervisionOrders.id],
    }).onDelete('cascade'),
    unique('supervision_order_events_once').on(t.enterpriseId, t.clientId),
    check('supervision_order_events_seq', sql`${t.seq} > 0`),
    check('supervision_order_events_type_known', oneOf(t.type, ORDER_EVENT_CODES)),
    check('supervision_order_events_part_known', oneOf(t.actorRole, ORDER_PART_CODES)),
    check('supervision_order_events_from_known', oneOf(t.fromStatus, ORDER_STATUS_CODES)),
    check('supervision_order_events_to_known', oneOf(t.toStatus, ORDER_STATUS_CODES)),
  ],
)

/** What was sent along with a step of an order. */
export const supervisionOrderEvidence = pgTable(
  'supervision_order_evidence',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    orderId: uuid('order_id').notNull(),
    seq: integer().notNull(),
    evidenceId: uuid('evidence_id').notNull(),
    ...scopeColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.orderId, t.seq, t.evidenceId] }),
    foreignKey({
      name: 'supervision_order_evidence_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'supervision_order_evidence_of_event',
      columns: [t.enterpriseId, t.orderId, t.seq],
      foreignColumns: [
        supervisionOrderEvents.enterpriseId,
        supervisionOrderEvents.orderId,
        supervisionOrderEvents.seq,
      ],
    }).onDelete('cascade'),
    foreignKey({
      name: 'supervision_order_evidence_file',
      columns: [t.enterpriseId, t.evidenceId],
      foreignColumns: [evidence.enterpriseId, evidence.id],
    }),
  ],
)
