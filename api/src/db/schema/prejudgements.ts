import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { PREJUDGEMENT_LEVEL_CODES, PREJUDGEMENT_SOURCE_CODES } from '../../domain/prejudgement.ts'
import { oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { offices } from './places.ts'
import { riskPoints } from './risks.ts'
import { scopeColumns } from './scope-columns.ts'

/**
 * 风险预判: what may happen in a period, and what to do about it. One of an enterprise is scoped like all its rows;
 * one of an industry or the city has no enterprise and no grid, belongs to the office that wrote it and is read by all.
 */
export const prejudgements = pgTable(
  'prejudgements',
  {
    id: uuid().primaryKey(),
    level: text({ enum: PREJUDGEMENT_LEVEL_CODES }).notNull(),
    enterpriseId: uuid('enterprise_id'),
    gridId: uuid('grid_id'),
    officeId: uuid('office_id')
      .notNull()
      .references(() => offices.id),
    title: text().notNull(),
    sources: text().array().notNull(),
    /** Whom one of an industry is for. */
    industry: text(),
    periodFrom: date('period_from').notNull(),
    periodTo: date('period_to').notNull(),
    /** What may happen and why. */
    content: text().notNull(),
    /** What to do about it. */
    measures: text().notNull().default(''),
    /** GB 6441 types of what may happen. */
    accidentTypes: smallint('accident_types')
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** Accident cases it learns from; one that is gone is left out by whoever reads. */
    caseIds: uuid('case_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    createdByName: text('created_by_name').notNull(),
    createdByPost: text('created_by_post').default(sql`scope_post()`),
    version: integer().notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      name: 'prejudgements_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    check('prejudgements_level_known', oneOf(t.level, PREJUDGEMENT_LEVEL_CODES)),
    check(
      'prejudgements_owner_by_level',
      sql`(${t.level} = 'enterprise') = (${t.enterpriseId} IS NOT NULL) AND (${t.enterpriseId} IS NULL) = (${t.gridId} IS NULL)`,
    ),
    check(
      'prejudgements_industry_by_level',
      sql`(${t.level} = 'industry') = (${t.industry} IS NOT NULL)`,
    ),
    check(
      'prejudgements_sources_known',
      sql`${t.sources} <@ ARRAY[${sql.raw(PREJUDGEMENT_SOURCE_CODES.map((code) => `'${code}'`).join(', '))}]::text[] AND cardinality(${t.sources}) > 0`,
    ),
    check(
      'prejudgements_accident_types',
      sql`${t.accidentTypes} <@ ARRAY[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]::smallint[]`,
    ),
    check('prejudgements_period', sql`${t.periodFrom} <= ${t.periodTo}`),
    index('prejudgements_order_idx').on(t.periodFrom.desc(), t.id),
    index('prejudgements_enterprise_idx').on(t.enterpriseId),
    index('prejudgements_grid_idx').on(t.gridId),
  ],
)

/** The risk points that a prejudgement led to: kept by the enterprise whose points they are, whoever looked ahead. */
export const prejudgementRiskPoints = pgTable(
  'prejudgement_risk_points',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    prejudgementId: uuid('prejudgement_id')
      .notNull()
      .references(() => prejudgements.id, { onDelete: 'cascade' }),
    riskPointId: uuid('risk_point_id').notNull(),
    ...scopeColumns(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.prejudgementId, t.riskPointId] }),
    foreignKey({
      name: 'prejudgement_risk_points_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'prejudgement_risk_points_point',
      columns: [t.enterpriseId, t.riskPointId],
      foreignColumns: [riskPoints.enterpriseId, riskPoints.id],
    }).onDelete('cascade'),
    index('prejudgement_risk_points_of_idx').on(t.prejudgementId),
  ],
)

/** 事故案例库: what happened elsewhere, for everybody to learn from; entered by an office. */
export const accidentCases = pgTable(
  'accident_cases',
  {
    id: uuid().primaryKey(),
    officeId: uuid('office_id')
      .notNull()
      .references(() => offices.id),
    title: text().notNull(),
    occurredOn: date('occurred_on').notNull(),
    place: text().notNull(),
    industry: text(),
    accidentType: smallint('accident_type').notNull(),
    deaths: integer(),
    injuries: integer(),
    summary: text().notNull(),
    lessons: text().notNull(),
    source: text().notNull(),
    /** Invented to show what the library is for. */
    isDemo: boolean('is_demo').notNull().default(false),
    version: integer().notNull().default(1),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    check('accident_cases_accident_type', sql`${t.accidentType} BETWEEN 1 AND 20`),
    check('accident_cases_casualties', sql`${t.deaths} >= 0 AND ${t.injuries} >= 0`),
    index('accident_cases_order_idx').on(t.occurredOn.desc(), t.id),
  ],
)
