import { sql } from 'drizzle-orm'
import { check, date, foreignKey, index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { POSITION_CODES, POSITIONS_OF } from '../../domain/position.ts'
import { APPOINTED_TO, ROLE_CODES, type Role } from '../../domain/role.ts'
import { users } from './identity.ts'
import { grids, offices } from './places.ts'

const quoted = (codes: readonly string[]) => sql.raw(codes.map((code) => `'${code}'`).join(', '))
const rolesTo = (target: string) =>
  quoted(ROLE_CODES.filter((role: Role) => APPOINTED_TO[role] === target))

/** One `WHEN` for each role: with its positions, or without any. */
const POSITION_BY_ROLE = sql.raw(
  ROLE_CODES.map((role) => {
    const positions = POSITIONS_OF[role].map((code) => `'${code}'`).join(', ')
    return `WHEN '${role}' THEN ${positions === '' ? 'position IS NULL' : `position IS NOT NULL AND position IN (${positions})`}`
  }).join(' '),
)

/**
 * 任职: who holds which post, from when to when. It ends by its last day, or before by a handover.
 * `enterprise_id` has no foreign key: enterprises can be spread over servers, people are not.
 */
export const appointments = pgTable(
  'appointments',
  {
    id: uuid().primaryKey(),
    userId: uuid('user_id').notNull(),
    /** The user's role, said again. */
    role: text({ enum: ROLE_CODES }).notNull(),
    position: text({ enum: POSITION_CODES }),
    /** 职务 as the letter of appointment names it, such as 副局长; null where the position says it all. */
    title: text(),
    officeId: uuid('office_id').references(() => offices.id),
    gridId: uuid('grid_id').references(() => grids.id),
    enterpriseId: uuid('enterprise_id'),
    validFrom: date('valid_from').notNull(),
    /** Last day; null while nobody has set one. */
    validTo: date('valid_to'),
    /** Ended before its last day, by handover. */
    endedAt: timestamp('ended_at', { withTimezone: true }),
    endReason: text('end_reason'),
    /** The appointment that took this one's place. */
    successorId: uuid('successor_id'),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'appointments_role_of_user',
      columns: [t.userId, t.role],
      foreignColumns: [users.id, users.role],
    }),
    foreignKey({
      name: 'appointments_successor',
      columns: [t.successorId],
      foreignColumns: [t.id],
    }),
    check('appointments_position_of_role', sql`CASE role ${POSITION_BY_ROLE} ELSE false END`),
    check(
      'appointments_to_office',
      sql`(role IN (${rolesTo('office')})) = (office_id IS NOT NULL)`,
    ),
    check('appointments_to_grid', sql`(role IN (${rolesTo('grid')})) = (grid_id IS NOT NULL)`),
    check(
      'appointments_to_enterprise',
      sql`(role IN (${rolesTo('enterprise')})) = (enterprise_id IS NOT NULL)`,
    ),
    check('appointments_title', sql`length(trim(${t.title})) BETWEEN 1 AND 40`),
    check('appointments_period', sql`${t.validTo} IS NULL OR ${t.validTo} >= ${t.validFrom}`),
    check('appointments_ended_with_reason', sql`(${t.endedAt} IS NULL) = (${t.endReason} IS NULL)`),
    index('appointments_user_idx').on(t.userId),
    index('appointments_grid_idx').on(t.gridId),
    index('appointments_office_idx').on(t.officeId),
    index('appointments_enterprise_idx').on(t.enterpriseId),
  ],
)
