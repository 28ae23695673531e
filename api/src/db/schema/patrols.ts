import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { PatrolAnswer } from '../../domain/patrol-visit.ts'
import {
  PATROL_CHECK_IN_CODES,
  PATROL_FILE_PART_CODES,
  PATROL_FLAG_CODES,
  PATROL_HAZARD_PART_CODES,
  PATROL_RESULT_CODES,
} from '../../domain/patrol-visit.ts'
import { ENTERPRISE_KIND_CODES } from '../../domain/enterprise-kind.ts'
import { geometry } from '../geometry.ts'
import { inTheWorld, isLevel, oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { evidence } from './evidence.ts'
import { scopeColumns } from './scope-columns.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })

/**
 * Levels an enterprise had before, each until its last day; kept by the database, so that what was due then is
 * told by the level of then. The level of today stands at the enterprise.
 */
export const enterprisePastLevels = pgTable(
  'enterprise_past_levels',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    untilOn: date('until_on').notNull(),
    /** Null: not assessed. */
    level: smallint(),
    ...scopeColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.untilOn] }),
    foreignKey({
      name: 'enterprise_past_levels_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    check('enterprise_past_levels_level', isLevel(t.level)),
  ],
)

/** 巡查记录: one visit to an object, as the telephone wrote it down. Never changed. */
export const patrolVisits = pgTable(
  'patrol_visits',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    /** Made by the telephone: the same visit sent twice is one. */
    id: uuid().notNull(),
    ...scopeColumns(),
    userId: uuid('user_id').notNull(),
    userName: text('user_name').notNull(),
    startedAt: moment('started_at').notNull(),
    finishedAt: moment('finished_at').notNull(),
    receivedAt: moment('received_at').notNull(),
    /** Day it ended, in China. */
    visitedOn: date('visited_on').notNull(),
    checkIn: text('check_in', { enum: PATROL_CHECK_IN_CODES }).notNull(),
    geom: geometry('Point')(),
    /** Metres, as the telephone says. */
    accuracy: doublePrecision(),
    /** Metres from the object or the nearest of its risk points, along the ellipsoid. */
    distance: doublePrecision(),
    kind: text({ enum: ENTERPRISE_KIND_CODES }).notNull(),
    templateVersion: smallint('template_version').notNull(),
    answers: jsonb().$type<readonly PatrolAnswer[]>().notNull(),
    result: text({ enum: PATROL_RESULT_CODES }).notNull(),
    /** Path of an SVG drawn by hand, in a field of 600 by 200. */
    signature: text(),
    /** Who signed for the object. */
    signedBy: text('signed_by').notNull().default(''),
    note: text().notNull().default(''),
    flags: text({ enum: PATROL_FLAG_CODES })
      .array()
      .notNull()
      .default(sql`'{}'`),
    profileVersion: smallint('profile_version').notNull(),
    /** By the telephone's clock, where that was wrong; what stands above is corrected then. */
    toldStartedAt: moment('told_started_at'),
    toldFinishedAt: moment('told_finished_at'),
    /** Seconds by which the telephone's clock was slow, negative where it was fast; null where unknown. */
    clockDrift: bigint('clock_drift', { mode: 'number' }),
    /** Of what was sent: the same id with other content is another visit, and refused. */
    digest: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    unique('patrol_visits_once').on(t.id),
    foreignKey({
      name: 'patrol_visits_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    check('patrol_visits_times', sql`${t.finishedAt} >= ${t.startedAt}`),
    check(
      'patrol_visits_day',
      sql`${t.visitedOn} = (${t.finishedAt} AT TIME ZONE 'Asia/Shanghai')::date`,
    ),
    check('patrol_visits_check_in_known', oneOf(t.checkIn, PATROL_CHECK_IN_CODES)),
    check('patrol_visits_where', sql`${t.checkIn} <> 'gps' OR ${t.geom} IS NOT NULL`),
    check(
      'patrol_visits_distance',
      sql`(${t.geom} IS NULL) = (${t.distance} IS NULL) AND ${t.distance} >= 0 AND ${t.accuracy} >= 0`,
    ),
    check('patrol_visits_geom_in_the_world', inTheWorld(t.geom)),
    check('patrol_visits_kind_known', oneOf(t.kind, ENTERPRISE_KIND_CODES)),
    check('patrol_visits_result_known', oneOf(t.result, PATROL_RESULT_CODES)),
    check(
      'patrol_visits_flags_known',
      sql`${t.flags} <@ ${sql.raw(`ARRAY[${PATROL_FLAG_CODES.map((code) => `'${code}'`).join(', ')}]`)}`,
    ),
    check(
      'patrol_visits_told_times',
      sql`(${t.toldStartedAt} IS NULL) = (${t.toldFinishedAt} IS NULL)`,
    ),
    check('patrol_visits_digest', sql`${t.digest} ~ '^[0-9a-f]{64}$'`),
    index('patrol_visits_day_idx').on(t.enterpriseId, t.visitedOn),
    index('patrol_visits_recent_idx').on(t.finishedAt.desc(), t.enterpriseId, t.id),
    index('patrol_visits_grid_idx').on(t.gridId),
    index('patrol_visits_user_idx').on(t.userId, t.visitedOn),
  ],
)

/** Photographs of a visit, and the signature where it is a picture. */
export const patrolEvidence = pgTable(
  'patrol_evidence',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    visitId: uuid('visit_id').notNull(),
    evidenceId: uuid('evidence_id').notNull(),
    part: text({ enum: PATROL_FILE_PART_CODES }).notNull(),
    position: smallint().notNull().default(0),
    ...scopeColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.visitId, t.evidenceId] }),
    foreignKey({
      name: 'patrol_evidence_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'patrol_evidence_of_visit',
      columns: [t.enterpriseId, t.visitId],
      foreignColumns: [patrolVisits.enterpriseId, patrolVisits.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'patrol_evidence_file',
      columns: [t.enterpriseId, t.evidenceId],
      foreignColumns: [evidence.enterpriseId, evidence.id],
    }),
    check('patrol_evidence_part_known', oneOf(t.part, PATROL_FILE_PART_CODES)),
    index('patrol_evidence_file_idx').on(t.enterpriseId, t.evidenceId),
  ],
)

/**
 * Hazards of a visit. No reference: what a telephone sends late may arrive in any order, and a hazard counts once
 * it is on record.
 */
export const patrolHazards = pgTable(
  'patrol_hazards',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    visitId: uuid('visit_id').notNull(),
    hazardId: uuid('hazard_id').notNull(),
    part: text({ enum: PATROL_HAZARD_PART_CODES }).notNull(),
    /** Item of the checklist at which it was found. */
    item: text(),
    ...scopeColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.visitId, t.hazardId] }),
    foreignKey({
      name: 'patrol_hazards_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'patrol_hazards_of_visit',
      columns: [t.enterpriseId, t.visitId],
      foreignColumns: [patrolVisits.enterpriseId, patrolVisits.id],
    }).onDelete('cascade'),
    check('patrol_hazards_part_known', oneOf(t.part, PATROL_HAZARD_PART_CODES)),
    check('patrol_hazards_item_where_found', sql`${t.item} IS NULL OR ${t.part} = 'found'`),
    index('patrol_hazards_hazard_idx').on(t.enterpriseId, t.hazardId),
  ],
)
