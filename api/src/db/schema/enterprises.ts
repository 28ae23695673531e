import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { DATUM_CODES } from '../../domain/datum.ts'
import { ENTERPRISE_KIND_CODES } from '../../domain/enterprise-kind.ts'
import { geometry } from '../geometry.ts'
import { inTheWorld, isLevel, oneOf } from './constraints.ts'
import { areas, grids, offices } from './places.ts'

/** 企业 / 监管对象. Everything an enterprise owns is keyed by `(enterprise_id, …)`. */
export const enterprises = pgTable(
  'enterprises',
  {
    id: uuid().primaryKey(),
    creditCode: text('credit_code').notNull().unique(),
    name: text().notNull(),
    /** Pinyin initials in lower case, for search and for sorting alike on every collation. */
    initials: text().notNull(),
    /** Name, initials and credit code as searches compare them; kept by the database. */
    searchText: text('search_text')
      .notNull()
      .generatedAlwaysAs(sql`search_fold(name || ' ' || initials || ' ' || credit_code)`),
    kind: text({ enum: ENTERPRISE_KIND_CODES }).notNull(),
    /** GB/T 4754-2017 class. */
    industryCode: text('industry_code').notNull(),
    industry: text().notNull(),
    activity: text().notNull().default(''),
    address: text().notNull(),
    areaCode: text('area_code')
      .notNull()
      .references(() => areas.code),
    townCode: text('town_code')
      .notNull()
      .references(() => areas.code),
    gridId: uuid('grid_id').notNull(),
    officeId: uuid('office_id')
      .notNull()
      .references(() => offices.id),
    geom: geometry('Point')().notNull(),
    sourceDatum: text('source_datum', { enum: DATUM_CODES }).notNull(),
    legalRepresentative: text('legal_representative').notNull().default(''),
    principal: text().notNull().default(''),
    safetyOfficer: text('safety_officer').notNull().default(''),
    dutyPhone: text('duty_phone').notNull().default(''),
    employees: integer(),
    /** 重大危险源级别, 1–4; null where there is none. */
    majorHazardLevel: smallint('major_hazard_level'),
    /** Worst of its risk points; kept by the database, null until one is assessed. */
    riskLevel: smallint('risk_level'),
    isDemo: boolean('is_demo').notNull().default(false),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (t) => [
    // A grid lies in one town: an enterprise cannot be in grid A and in town B.
    foreignKey({
      name: 'enterprises_grid_in_town',
      columns: [t.gridId, t.townCode],
      foreignColumns: [grids.id, grids.townCode],
    }).onUpdate('cascade'),
    // What the rows of an enterprise repeat of it, kept in step by their foreign keys.
    unique('enterprises_scope_key').on(t.id, t.gridId, t.officeId),
    unique('enterprises_scope_town_key').on(t.id, t.gridId, t.officeId, t.townCode),
    check('enterprises_credit_code_form', sql`${t.creditCode} ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'`),
    check('enterprises_kind_known', oneOf(t.kind, ENTERPRISE_KIND_CODES)),
    check('enterprises_datum_known', oneOf(t.sourceDatum, DATUM_CODES)),
    check('enterprises_area_in_town', sql`left(${t.areaCode}, 9) = ${t.townCode}`),
    check('enterprises_level', isLevel(t.riskLevel)),
    check('enterprises_major_hazard_level', isLevel(t.majorHazardLevel)),
    check('enterprises_employees', sql`${t.employees} >= 0`),
    check('enterprises_geom_in_the_world', inTheWorld(t.geom)),
    check('enterprises_named', sql`length(trim(${t.name})) > 0`),
    index('enterprises_order_idx').on(
      sql`(coalesce(${t.riskLevel}, 5))`,
      sql`${t.initials} COLLATE "C"`,
      t.id,
    ),
    index('enterprises_kind_idx').on(t.kind),
    index('enterprises_industry_idx').on(t.industryCode),
    index('enterprises_grid_idx').on(t.gridId),
    index('enterprises_area_idx').on(sql`${t.areaCode} text_pattern_ops`),
    index('enterprises_town_idx').on(t.townCode),
    index('enterprises_geom_idx').using('gist', t.geom),
    index('enterprises_geography_idx').using('gist', sql`(${t.geom}::geography)`),
    index('enterprises_search_idx').using('gin', sql`${t.searchText} gin_trgm_ops`),
  ],
)
