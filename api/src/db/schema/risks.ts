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
  uuid,
} from 'drizzle-orm/pg-core'
import { ASSESSMENT_METHOD_CODES } from '../../domain/assessment.ts'
import { ASSESSMENT_STAGE_CODES } from '../../domain/assessment-stage.ts'
import { CONTROL_LEVEL_CODES } from '../../domain/control-level.ts'
import { MEASURE_CATEGORY_CODES, MEASURE_STATUS_CODES } from '../../domain/control-measure.ts'
import { DIRECT_CRITERION_CODES } from '../../domain/direct-criteria.ts'
import {
  FACTOR_CODES,
  OCCUPATIONAL_FACTOR_CODES,
  RISK_CATEGORY_CODES,
} from '../../domain/hazard-factors.ts'
import { RISK_DOMAIN_CODES, RISK_POINT_TYPE_CODES } from '../../domain/risk-point-kind.ts'
import { geometry } from '../geometry.ts'
import { inTheWorld, isLevel, isSealed, oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'
import { scopeColumns } from './scope-columns.ts'

/** 风险点: facility, part, place, area or work activity that carries risk. */
export const riskPoints = pgTable(
  'risk_points',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    /** 序号 in the enterprise's control list; with the enterprise it names the point on the map in two bytes. */
    no: integer().notNull(),
    code: text().notNull(),
    name: text().notNull(),
    type: text({ enum: RISK_POINT_TYPE_CODES }).notNull(),
    domain: text({ enum: RISK_DOMAIN_CODES }).notNull(),
    publicDomain: boolean('public_domain').notNull().default(false),
    locationText: text('location_text').notNull().default(''),
    geom: geometry('Point')().notNull(),
    extent: geometry('Polygon')(),
    /** Worst of its hazard sources; kept by the database, null until one is assessed. */
    level: smallint(),
    /** GB 6441 type of its worst hazard source; kept by the database. */
    accidentType: smallint('accident_type'),
    ...scopeColumns(),
    townCode: text('town_code').notNull(),
    /** First day on which number, place, level and accident type are as they are; kept by the database. */
    standsSince: date('stands_since')
      .notNull()
      .default(sql`((now() AT TIME ZONE 'Asia/Shanghai')::date)`),
    /** One more with every change to the point or to anything that hangs on it: who changes names the one they saw. */
    version: integer().notNull().default(1),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'risk_points_with_enterprise',
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
    unique('risk_points_no_key').on(t.enterpriseId, t.no),
    unique('risk_points_code_key').on(t.enterpriseId, t.code),
    check('risk_points_no_range', sql`${t.no} BETWEEN 1 AND 65535`),
    check('risk_points_type_known', oneOf(t.type, RISK_POINT_TYPE_CODES)),
    check('risk_points_domain_known', oneOf(t.domain, RISK_DOMAIN_CODES)),
    check('risk_points_level', isLevel(t.level)),
    check('risk_points_accident_type', sql`${t.accidentType} BETWEEN 1 AND 20`),
    check('risk_points_geom_in_the_world', inTheWorld(t.geom)),
    index('risk_points_level_idx').on(t.level),
    index('risk_points_grid_idx').on(t.gridId),
    index('risk_points_town_idx').on(t.townCode),
    index('risk_points_geom_idx').using('gist', t.geom),
    index('risk_points_geography_idx').using('gist', sql`(${t.geom}::geography)`),
    index('risk_points_extent_idx')
      .using('gist', sql`(${t.extent}::geography)`)
      .where(sql`extent IS NOT NULL`),
  ],
)

/** 危险源: what can cause harm at a risk point; the thing that is assessed. */
export const hazardSources = pgTable(
  'hazard_sources',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    riskPointId: uuid('risk_point_id').notNull(),
    description: text().notNull(),
    factor: text({ enum: FACTOR_CODES }).notNull(),
    riskCategory: text('risk_category', { enum: RISK_CATEGORY_CODES }),
    accidentType: smallint('accident_type').notNull(),
    occupationalFactor: text('occupational_factor', { enum: OCCUPATIONAL_FACTOR_CODES }),
    /** Level of its assessment in force; kept by the database. */
    level: smallint(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'hazard_sources_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'hazard_sources_at_risk_point',
      columns: [t.enterpriseId, t.riskPointId],
      foreignColumns: [riskPoints.enterpriseId, riskPoints.id],
    }).onDelete('cascade'),
    check('hazard_sources_factor_known', oneOf(t.factor, FACTOR_CODES)),
    check('hazard_sources_category_known', oneOf(t.riskCategory, RISK_CATEGORY_CODES)),
    check(
      'hazard_sources_occupational_known',
      oneOf(t.occupationalFactor, OCCUPATIONAL_FACTOR_CODES),
    ),
    check('hazard_sources_accident_type', sql`${t.accidentType} BETWEEN 1 AND 20`),
    check('hazard_sources_level', isLevel(t.level)),
    index('hazard_sources_point_idx').on(t.enterpriseId, t.riskPointId),
  ],
)

/** 风险评价. Rows are never changed: a re-assessment is a new row, the latest one counts. */
export const assessments = pgTable(
  'assessments',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    hazardSourceId: uuid('hazard_source_id').notNull(),
    /** 固有 or 现有. */
    stage: text({ enum: ASSESSMENT_STAGE_CODES }).notNull(),
    method: text({ enum: ASSESSMENT_METHOD_CODES }).notNull(),
    inputs: jsonb().$type<Record<string, number>>().notNull(),
    score: numeric(),
    level: smallint().notNull(),
    /** What score and criterion came to, where a person raised the level above it and said why. */
    raisedFrom: smallint('raised_from'),
    profileId: text('profile_id').notNull(),
    profileVersion: integer('profile_version').notNull(),
    directCriterion: text('direct_criterion', { enum: DIRECT_CRITERION_CODES }),
    assessor: text().notNull(),
    assessedOn: date('assessed_on').notNull(),
    reason: text(),
    /** Order of entry: which of two assessments of one day came later. */
    recordedAt: timestamp('recorded_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'assessments_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'assessments_of_source',
      columns: [t.enterpriseId, t.hazardSourceId],
      foreignColumns: [hazardSources.enterpriseId, hazardSources.id],
    }).onDelete('cascade'),
    check('assessments_stage_known', oneOf(t.stage, ASSESSMENT_STAGE_CODES)),
    check('assessments_method_known', oneOf(t.method, ASSESSMENT_METHOD_CODES)),
    check('assessments_level', isLevel(t.level)),
    check(
      'assessments_raised_only_up',
      sql`${t.raisedFrom} BETWEEN 1 AND 4 AND ${t.level} < ${t.raisedFrom} AND length(trim(coalesce(${t.reason}, ''))) >= 4 OR ${t.raisedFrom} IS NULL`,
    ),
    check('assessments_score_by_method', sql`(${t.method} = 'DIRECT') = (${t.score} IS NULL)`),
    check('assessments_criterion_known', oneOf(t.directCriterion, DIRECT_CRITERION_CODES)),
    check(
      'assessments_direct_is_major',
      sql`${t.directCriterion} IS NULL OR ${t.level} = 1 AND ${t.raisedFrom} IS NULL`,
    ),
    check(
      'assessments_direct_has_criterion',
      sql`${t.method} <> 'DIRECT' OR ${t.directCriterion} IS NOT NULL`,
    ),
    index('assessments_source_idx').on(t.enterpriseId, t.hazardSourceId),
  ],
)

/** 管控措施, and the control level that keeps it working. */
export const controlMeasures = pgTable(
  'control_measures',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    hazardSourceId: uuid('hazard_source_id').notNull(),
    category: text({ enum: MEASURE_CATEGORY_CODES }).notNull(),
    controlLevel: text('control_level', { enum: CONTROL_LEVEL_CODES }).notNull(),
    content: text().notNull(),
    status: text({ enum: MEASURE_STATUS_CODES }).notNull(),
    verifiedOn: date('verified_on'),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'control_measures_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'control_measures_of_source',
      columns: [t.enterpriseId, t.hazardSourceId],
      foreignColumns: [hazardSources.enterpriseId, hazardSources.id],
    }).onDelete('cascade'),
    check('control_measures_category_known', oneOf(t.category, MEASURE_CATEGORY_CODES)),
    check('control_measures_level_known', oneOf(t.controlLevel, CONTROL_LEVEL_CODES)),
    check('control_measures_status_known', oneOf(t.status, MEASURE_STATUS_CODES)),
    index('control_measures_source_idx').on(t.enterpriseId, t.hazardSourceId),
  ],
)

/** 管控责任: who answers for a risk point at each control level. */
export const responsibilities = pgTable(
  'responsibilities',
  {
    enterpriseId: uuid('enterprise_id').notNull(),
    id: uuid().notNull(),
    ...scopeColumns(),
    riskPointId: uuid('risk_point_id').notNull(),
    controlLevel: text('control_level', { enum: CONTROL_LEVEL_CODES }).notNull(),
    department: text().notNull(),
    person: text().notNull(),
    /** Sealed by db/sealed.ts; opened one at a time, on record. */
    mobileSealed: text('mobile_sealed'),
    /** What lists show: `138****1234`. */
    mobileMasked: text('mobile_masked'),
  },
  (t) => [
    primaryKey({ columns: [t.enterpriseId, t.id] }),
    foreignKey({
      name: 'responsibilities_with_enterprise',
      columns: [t.enterpriseId, t.gridId, t.officeId],
      foreignColumns: [enterprises.id, enterprises.gridId, enterprises.officeId],
    })
      .onUpdate('cascade')
      .onDelete('cascade'),
    foreignKey({
      name: 'responsibilities_for_point',
      columns: [t.enterpriseId, t.riskPointId],
      foreignColumns: [riskPoints.enterpriseId, riskPoints.id],
    }).onDelete('cascade'),
    check('responsibilities_level_known', oneOf(t.controlLevel, CONTROL_LEVEL_CODES)),
    check('responsibilities_mobile_sealed', isSealed(t.mobileSealed)),
    check('responsibilities_mobile_masked', sql`${t.mobileMasked} LIKE '%*%'`),
    check(
      'responsibilities_mobile_both',
      sql`(${t.mobileSealed} IS NULL) = (${t.mobileMasked} IS NULL)`,
    ),
    index('responsibilities_point_idx').on(t.enterpriseId, t.riskPointId),
  ],
)
