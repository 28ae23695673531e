import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { EVIDENCE_PART_CODES } from '../../domain/evidence.ts'
import {
  HAZARD_GRADE_CODES,
  HAZARD_ORIGIN_CODES,
  HAZARD_STATUS_CODES,
  HAZARD_TREATMENT_CODES,
} from '../../domain/hazard.ts'
import { HAZARD_EVENT_CODES } from '../../domain/hazard-event.ts'
import { HAZARD_ROLE_CODES } from '../../domain/hazard-roles.ts'
import {
  EXTENSION_CODES,
  SUPERVISION_CODES,
  SUPERVISION_LEVEL_CODES,
  WORK_STOPPER_CODES,
} from '../../domain/hazard-supervision.ts'
import { REMINDER_STEP_CODES } from '../../domain/reminder.ts'
import { geometry } from '../geometry.ts'
import { inTheWorld, oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { evidence } from './evidence.ts'
import { riskPoints } from './risks.ts'
import { scopeColumns } from './scope-columns.ts'
import { signOffs } from './sign-offs.ts'

/** 隐患: a defect found, on its way through the closed loop. Overdue is derived and has no column. */
export const hazards = pgTable(
  'hazards',
  {
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
    extension: text({ enum: EXTENSION_CODES }).notNull().default('none'),
    /** 挂牌督办. */
    supervision: text({ enum: SUPERVISION_CODES }).notNull().default('none'),
    /** Rank of the listing in force, or of the last one. */
    supervisionLevel: text('supervision_level', { enum: SUPERVISION_LEVEL_CODES }),
    workStop: boolean('work_stop').notNull().default(false),
    workStopBy: text('work_stop_by', { enum: WORK_STOPPER_CODES }),
    /** Of its last event; 0 while none is on record. Whoever acts says which they saw. */
    lastSeq: integer('last_seq').notNull().default(0),
    reportedBy: uuid('reported_by'),
    reporterName: text('reporter_name').notNull().default(''),
    suggestedGrade: text('suggested_grade', { enum: HAZARD_GRADE_CODES }),
    /** 判定依据 of the grade. */
    criteria: text(),
    /** Who is responsible, then who rectified last; without an id where they have no account. */
    rectifierId: uuid('rectifier_id'),
    rectifierName: text('rectifier_name'),
    /** Money spent on rectification, in yuan. */
    cost: numeric({ precision: 14, scale: 2 }),
    /** The last deadline asked for. */
    extensionDeadline: date('extension_deadline'),
    /** The closed hazard that this one takes up again. */
    linkedTo: uuid('linked_to'),
    /** The hazard that this one turned out to be. */
    mergedInto: uuid('merged_into'),
    ...scopeColumns(),
    townCode: text('town_code').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'hazards_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId, t.townCode],
      foreignColumns: [
        enterprises.id,
        enterprises.gridId,
        enterprises.officeId,
        enterprises.townCode,
      ],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'hazards_at_risk_point',
      columns: [t.enterpriseId, t.riskPointId],
      foreignColumns: [riskPoints.enterpriseId, riskPoints.id],
    }),
    foreignKey({
      name: 'hazards_linked_to',
      columns: [t.enterpriseId, t.linkedTo],
      foreignColumns: [t.enterpriseId, t.id],
    }),
    foreignKey({
      name: 'hazards_merged_into',
      columns: [t.enterpriseId, t.mergedInto],
      foreignColumns: [t.enterpriseId, t.id],
    }),
    unique('hazards_no_key').on(t.enterpriseId, t.no),
    unique('hazards_code_key').on(t.enterpriseId, t.code),
    check('hazards_no_positive', sql`${t.no} > 0`),
    check('hazards_origin_known', oneOf(t.origin, HAZARD_ORIGIN_CODES)),
    check('hazards_grade_known', oneOf(t.grade, HAZARD_GRADE_CODES)),
    check('hazards_treatment_known', oneOf(t.treatment, HAZARD_TREATMENT_CODES)),
    check('hazards_status_known', oneOf(t.status, HAZARD_STATUS_CODES)),
    check('hazards_extension_known', oneOf(t.extension, EXTENSION_CODES)),
    check('hazards_supervision_known', oneOf(t.supervision, SUPERVISION_CODES)),
    check(
      'hazards_graded_before_notice',
      sql`${t.grade} IS NOT NULL OR ${t.status} IN ('reported', 'registered', 'void')`,
    ),
    check(
      'hazards_accepted_when',
      sql`${t.acceptedAt} IS NOT NULL OR ${t.status} NOT IN ('accepted', 'closed')`,
    ),
    check('hazards_closed_when', sql`${t.closedAt} IS NOT NULL OR ${t.status} <> 'closed'`),
    check('hazards_supervision_level_known', oneOf(t.supervisionLevel, SUPERVISION_LEVEL_CODES)),
    check('hazards_work_stop_by_known', oneOf(t.workStopBy, WORK_STOPPER_CODES)),
    check('hazards_work_stopped_by', sql`${t.workStop} = (${t.workStopBy} IS NOT NULL)`),
    check('hazards_suggested_grade_known', oneOf(t.suggestedGrade, HAZARD_GRADE_CODES)),
    check(
      'hazards_rectifier_named',
      sql`${t.rectifierId} IS NULL OR ${t.rectifierName} IS NOT NULL`,
    ),
    check('hazards_cost', sql`${t.cost} >= 0`),
    check('hazards_last_seq', sql`${t.lastSeq} >= 0`),
    check('hazards_other', sql`${t.linkedTo} <> ${t.id} AND ${t.mergedInto} <> ${t.id}`),
    check('hazards_round', sql`${t.round} >= 0`),
    check('hazards_geom_in_the_world', inTheWorld(t.geom)),
    // The last code of a year, however many digits its number has.
    index('hazards_code_idx').on(
      sql`left(${t.code}, 8)`,
      sql`length(${t.code}) DESC`,
      sql`${t.code} DESC`,
    ),
    index('hazards_recent_idx').on(t.reportedAt.desc(), t.enterpriseId, t.id),
    index('hazards_status_idx').on(t.status, t.reportedAt.desc()),
    index('hazards_deadline_idx').on(t.deadline),
    index('hazards_grid_idx').on(t.gridId),
    index('hazards_town_idx').on(t.townCode),
    index('hazards_geom_idx').using('gist', t.geom),
    index('hazards_geography_idx').using('gist', sql`(${t.geom}::geography)`),
  ],
)

/** 治理记录: every step of the closed loop, never changed afterwards. */
export const hazardEvents = pgTable(
  'hazard_events',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    hazardId: uuid('hazard_id').notNull(),
    seq: integer().notNull(),
    ...scopeColumns(),
    type: text({ enum: HAZARD_EVENT_CODES }).notNull(),
    fromStatus: text('from_status', { enum: HAZARD_STATUS_CODES }),
    toStatus: text('to_status', { enum: HAZARD_STATUS_CODES }).notNull(),
    /** Null where the actor has no account. */
    actorId: uuid('actor_id'),
    actorName: text('actor_name').notNull(),
    actorRole: text('actor_role', { enum: HAZARD_ROLE_CODES }).notNull(),
    /** The post of who acts, from the scope. */
    actorPost: text('actor_post').default(sql`scope_post()`),
    occurredAt: timestamp('occurred_at', { withTimezone: true }).notNull(),
    opinion: text(),
    detail: jsonb().$type<Record<string, unknown>>().notNull().default({}),
    /** Made by the sender, so that an act sent twice is done once. */
    clientId: uuid('client_id'),
    /** The approval it carries out. */
    signOffId: uuid('sign_off_id').references(() => signOffs.id),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.hazardId, t.seq] }),
    uniqueIndex('hazard_events_sign_off_once')
      .on(t.signOffId)
      .where(sql`sign_off_id IS NOT NULL`),
    unique('hazard_events_once').on(t.enterpriseId, t.hazardId, t.clientId),
    foreignKey({
      name: 'hazard_events_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'hazard_events_of_hazard',
      columns: [t.enterpriseId, t.hazardId],
      foreignColumns: [hazards.enterpriseId, hazards.id],
    }).onDelete('cascade'),
    check('hazard_events_seq', sql`${t.seq} > 0`),
    check('hazard_events_type_known', oneOf(t.type, HAZARD_EVENT_CODES)),
    check('hazard_events_role_known', oneOf(t.actorRole, HAZARD_ROLE_CODES)),
    check('hazard_events_from_known', oneOf(t.fromStatus, HAZARD_STATUS_CODES)),
    check('hazard_events_to_known', oneOf(t.toStatus, HAZARD_STATUS_CODES)),
  ],
)

/** Photographs and documents of one step. */
export const hazardEventEvidence = pgTable(
  'hazard_event_evidence',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    hazardId: uuid('hazard_id').notNull(),
    seq: integer().notNull(),
    evidenceId: uuid('evidence_id').notNull(),
    part: text({ enum: EVIDENCE_PART_CODES }).notNull(),
    /** Order within the part. */
    position: smallint().notNull().default(0),
    ...scopeColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.hazardId, t.seq, t.evidenceId] }),
    foreignKey({
      name: 'hazard_event_evidence_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'hazard_event_evidence_of_event',
      columns: [t.enterpriseId, t.hazardId, t.seq],
      foreignColumns: [hazardEvents.enterpriseId, hazardEvents.hazardId, hazardEvents.seq],
    }).onDelete('cascade'),
    foreignKey({
      name: 'hazard_event_evidence_file',
      columns: [t.enterpriseId, t.evidenceId],
      foreignColumns: [evidence.enterpriseId, evidence.id],
    }),
    check('hazard_event_evidence_part_known', oneOf(t.part, EVIDENCE_PART_CODES)),
    index('hazard_event_evidence_file_idx').on(t.enterpriseId, t.evidenceId),
  ],
)

/** Which reminder went out for which deadline: each once, however many servers look. */
export const hazardReminders = pgTable(
  'hazard_reminders',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    hazardId: uuid('hazard_id').notNull(),
    deadline: date().notNull(),
    step: text({ enum: REMINDER_STEP_CODES }).notNull(),
    sentAt: timestamp('sent_at', { withTimezone: true }).notNull(),
    ...scopeColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.hazardId, t.deadline, t.step] }),
    foreignKey({
      name: 'hazard_reminders_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'hazard_reminders_of_hazard',
      columns: [t.enterpriseId, t.hazardId],
      foreignColumns: [hazards.enterpriseId, hazards.id],
    }).onDelete('cascade'),
    check('hazard_reminders_step_known', oneOf(t.step, REMINDER_STEP_CODES)),
  ],
)
