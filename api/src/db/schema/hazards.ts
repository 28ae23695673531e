import { sql } from 'drizzle-orm'
import { boolean, check, date, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core'
import { HAZARD_GRADE_CODES, HAZARD_ORIGIN_CODES, HAZARD_STATUS_CODES, HAZARD_TREATMENT_CODES } from '../../domain/hazard.ts'
import { HAZARD_EVENT_CODES } from '../../domain/hazard-event.ts'
import { HAZARD_ROLE_CODES } from '../../domain/hazard-roles.ts'
import { geometry } from '../geometry.ts'
import { inTheWorld, oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { riskPoints } from './risks.ts'
import { scopeColumns } from './scope-columns.ts'

const EXTENSIONS = ['none', 'pending', 'approved', 'rejected'] as const
const SUPERVISIONS = ['none', 'listed', 'delisted'] as const

/** 隐患: a defect found, on its way through the closed loop. Overdue is derived and has no column. */
export const hazards = pgTable('hazards', {
  enterpriseId: uuid('enterprise_id').notNull(),
  id: uuid().notNull(),
  riskPointId: uuid('risk_point_id'),
  no: integer().notNull(),
  code: text().notNull(),
  description: text().notNull(),
  locationText: text('location_text').notNull().default(''),
  geom: geometry('Point')().notNull(),
  origin: text({ enum: HAZARD_ORIGIN_CODES }).notNull(),
  grade: text({ enum: HAZARD_GRADE_CODES }),
  treatment: text({ enum: HAZARD_TREATMENT_CODES }),
  status: text({ enum: HAZARD_STATUS_CODES }).notNull(),
  reportedAt: timestamp('reported_at', { withTimezone: true }).notNull(),
  deadline: date(),
  acceptedAt: timestamp('accepted_at', { withTimezone: true }),
  closedAt: timestamp('closed_at', { withTimezone: true }),
  /** How often review has sent it back. */
  round: integer().notNull().default(0),
  extension: text({ enum: EXTENSIONS }).notNull().default('none'),
  /** 挂牌督办. */
  supervision: text({ enum: SUPERVISIONS }).notNull().default('none'),
  workStop: boolean('work_stop').notNull().default(false),
  ...scopeColumns(),
  townCode: text('town_code').notNull(),
}, (t) => [
  primaryKey({ columns: [t.enterpriseId, t.id] }),
  foreignKey({ name: 'hazards_with_enterprise', columns: [t.enterpriseId, t.gridId, t.officeId, t.townCode], foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId, enterprises.townCode] }).onUpdate('cascade').onDelete('cascade'),
  foreignKey({ name: 'hazards_at_risk_point', columns: [t.enterpriseId, t.riskPointId], foreignColumns: [riskPoints.enterpriseId, riskPoints.id] }),
  unique('hazards_no_key').on(t.enterpriseId, t.no),
  unique('hazards_code_key').on(t.enterpriseId, t.code),
  check('hazards_no_positive', sql`${t.no} > 0`),
  check('hazards_origin_known', oneOf(t.origin, HAZARD_ORIGIN_CODES)),
  check('hazards_grade_known', oneOf(t.grade, HAZARD_GRADE_CODES)),
  check('hazards_treatment_known', oneOf(t.treatment, HAZARD_TREATMENT_CODES)),
  check('hazards_status_known', oneOf(t.status, HAZARD_STATUS_CODES)),
  check('hazards_extension_known', oneOf(t.extension, EXTENSIONS)),
  check('hazards_supervision_known', oneOf(t.supervision, SUPERVISIONS)),
  check('hazards_graded_before_notice', sql`${t.grade} IS NOT NULL OR ${t.status} IN ('reported', 'registered', 'void')`),
  check('hazards_accepted_when', sql`${t.acceptedAt} IS NOT NULL OR ${t.status} NOT IN ('accepted', 'closed')`),
  check('hazards_closed_when', sql`${t.closedAt} IS NOT NULL OR ${t.status} <> 'closed'`),
  check('hazards_round', sql`${t.round} >= 0`),
  check('hazards_geom_in_the_world', inTheWorld(t.geom)),
  index('hazards_recent_idx').on(t.reportedAt.desc(), t.enterpriseId, t.id),
  index('hazards_status_idx').on(t.status, t.reportedAt.desc()),
  index('hazards_deadline_idx').on(t.deadline),
  index('hazards_grid_idx').on(t.gridId),
  index('hazards_town_idx').on(t.townCode),
  index('hazards_geom_idx').using('gist', t.geom),
  index('hazards_geography_idx').using('gist', sql`(${t.geom}::geography)`),
])

/** 治理记录: every step of the closed loop, never changed afterwards. */
export const hazardEvents = pgTable('hazard_events', {
  enterpriseId: uuid('enterprise_id').notNull(),
  hazardId: uuid('hazard_id').notNull(),
  seq: integer().notNull(),
  ...scopeColumns(),
  type: text({ enum: HAZARD_EVENT_CODES }).notNull(),
  fromStatus: text('from_status', { enum: HAZARD_STATUS_CODES }),
  toStatus: text('to_status', { enum: HAZARD_STATUS_CODES }).notNull(),
  actorName: text('actor_name').notNull(),
  actorRole: text('actor_role', { enum: HAZARD_ROLE_CODES }).notNull(),
  occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
  opinion: text(),
  detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
}, (t) => [
  primaryKey({ columns: [t.enterpriseId, t.hazardId, t.seq] }),
  foreignKey({ name: 'hazard_events_with_enterprise', columns: [t.enterpriseId, t.gridId, t.officeId], foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId] }).onUpdate('cascade').onDelete('cascade'),
  foreignKey({ name: 'hazard_events_of_hazard', columns: [t.enterpriseId, t.hazardId], foreignColumns: [hazards.enterpriseId, hazards.id] }).onDelete('cascade'),
  check('hazard_events_seq', sql`${t.seq} > 0`),
  check('hazard_events_type_known', oneOf(t.type, HAZARD_EVENT_CODES)),
  check('hazard_events_role_known', oneOf(t.actorRole, HAZARD_ROLE_CODES)),
  check('hazard_events_from_known', oneOf(t.fromStatus, HAZARD_STATUS_CODES)),
  check('hazard_events_to_known', oneOf(t.toStatus, HAZARD_STATUS_CODES)),
])
