import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  customType,
  index,
  inet,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { AUDIT_ACTION_CODES } from '../../domain/audit.ts'
import { oneOf } from './constraints.ts'

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

type Changes = Record<string, { from: unknown; to: unknown }>

/**
 * 审计记录: who did what, when, from where; written by the database, changed by nobody (0005_audit.sql).
 * Each entry's hash covers its own content and the hash before: nothing can go or change unseen.
 */
export const auditLog = pgTable(
  'audit_log',
  {
    /** 1, 2, 3 …, without gaps, in the order of commit. */
    seq: bigint({ mode: 'number' }).primaryKey(),
    /** When it was done. */
    at: timestamp({ withTimezone: true }).notNull(),
    /** No foreign key: the record outlives the person's account. */
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    actorRole: text('actor_role').notNull(),
    ip: inet(),
    action: text({ enum: AUDIT_ACTION_CODES }).notNull(),
    objectTable: text('object_table').notNull(),
    /** Primary key, by column. */
    objectKey: jsonb('object_key').$type<Record<string, unknown>>().notNull(),
    /** What the object was called at that moment. */
    objectName: text('object_name'),
    enterpriseId: uuid('enterprise_id'),
    changes: jsonb().$type<Changes>().notNull(),
    prevHash: bytea('prev_hash').notNull(),
    hash: bytea().notNull(),
    /** The post in words; null for what nobody in a post did, and for entries older than the column. */
    actorPost: text('actor_post'),
  },
  (t) => [
    check('audit_log_seq', sql`${t.seq} > 0`),
    check('audit_log_action_known', oneOf(t.action, AUDIT_ACTION_CODES)),
    check('audit_log_hashes', sql`length(${t.prevHash}) = 32 AND length(${t.hash}) = 32`),
    index('audit_log_at_idx').on(t.at),
    index('audit_log_actor_idx').on(t.actorId, t.seq),
    index('audit_log_actor_name_idx').using('gin', sql`search_fold(${t.actorName}) gin_trgm_ops`),
    index('audit_log_object_idx').using('gin', sql`${t.objectKey} jsonb_path_ops`),
    index('audit_log_object_name_idx').using('gin', sql`search_fold(${t.objectName}) gin_trgm_ops`),
    index('audit_log_enterprise_idx').on(t.enterpriseId, t.seq),
  ],
)

/** The end of the chain, once more: without it the last entries could be cut off unseen. One row. */
export const auditHead = pgTable(
  'audit_head',
  {
    only: boolean().primaryKey().default(true),
    seq: bigint({ mode: 'number' }).notNull(),
    hash: bytea().notNull(),
  },
  (t) => [check('audit_head_only', sql`${t.only}`)],
)

/**
 * What a running transaction has done so far. At commit each row moves to the end of the chain, so that
 * writers wait for one another only then, after every other lock: they can neither block nor deadlock.
 * Nothing of a committed transaction stays here.
 */
export const auditIntake = pgTable(
  'audit_intake',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** The transaction of a bulk load, which gets one entry a table; null for single acts. */
    loadedBy: text('loaded_by'),
    at: timestamp({ withTimezone: true })
      .notNull()
      .default(sql`clock_timestamp()`),
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    actorRole: text('actor_role').notNull(),
    ip: inet(),
    action: text().notNull(),
    objectTable: text('object_table').notNull(),
    objectKey: jsonb('object_key').notNull(),
    objectName: text('object_name'),
    enterpriseId: uuid('enterprise_id'),
    changes: jsonb().notNull(),
    inserted: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    deleted: integer().notNull().default(0),
    actorPost: text('actor_post').default(sql`scope_post()`),
  },
  (t) => [unique('audit_intake_load_key').on(t.loadedBy, t.objectTable)],
)
