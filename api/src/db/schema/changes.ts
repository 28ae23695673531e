import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { CHANGE_ACTIONS } from '../../domain/change.ts'
import { oneOf } from './constraints.ts'

/** What a change says of a thing: which one, and whose it is. What is missing is not known or concerns all. */
const about = () => ({
  /** Name of a kind of thing as screens know it, such as `risk-points`. */
  topic: text().notNull(),
  action: text({ enum: CHANGE_ACTIONS }).notNull(),
  enterpriseId: uuid('enterprise_id'),
  objectId: uuid('object_id'),
  /** 序号 within the enterprise, where the thing has one: what the map knows it by. */
  objectNo: integer('object_no'),
  gridId: uuid('grid_id'),
  officeId: uuid('office_id'),
})

/**
 * 变更: what changed, in the order of commit, for those who look at it (0007_changes.sql). Numbered without gaps
 * that could still be filled: whoever has read up to a number has missed nothing before it. Kept for some days.
 */
export const changes = pgTable(
  'changes',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    at: timestamp({ withTimezone: true }).notNull(),
    ...about(),
  },
  (t) => [
    check('changes_action_known', oneOf(t.action, CHANGE_ACTIONS)),
    index('changes_at_idx').on(t.at),
  ],
)

/** The last number given. One row; its lock is what puts transactions in order. */
export const changesHead = pgTable(
  'changes_head',
  {
    only: boolean().primaryKey().default(true),
    seq: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [check('changes_head_only', sql`${t.only}`)],
)

/** What a running transaction has changed so far; numbered at its commit, and then gone from here. */
export const changesIntake = pgTable('changes_intake', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  /** The first of its statement, which arranges for the numbering. */
  opens: boolean().notNull(),
  ...about(),
})
