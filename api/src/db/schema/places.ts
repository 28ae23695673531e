import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { geometry } from '../geometry.ts'
import { oneOf } from './constraints.ts'

const AREA_LEVELS = ['county', 'town', 'village'] as const
const BASE_LAYERS = ['canal', 'neighbours'] as const

/** 行政区划: the district, its towns and villages, keyed by the statistics office's codes. */
export const areas = pgTable(
  'areas',
  {
    code: text().primaryKey(),
    name: text().notNull(),
    level: text({ enum: AREA_LEVELS }).notNull(),
    parentCode: text('parent_code'),
    geom: geometry('MultiPolygon')(),
    schematic: boolean().notNull().default(true),
  },
  (t) => [
    foreignKey({ columns: [t.parentCode], foreignColumns: [t.code] }),
    check('areas_level_known', oneOf(t.level, AREA_LEVELS)),
    check('areas_code_form', sql`${t.code} ~ '^[0-9]{6}([0-9]{3}([0-9]{3})?)?$'`),
    check('areas_parent_by_level', sql`(${t.level} = 'county') = (${t.parentCode} IS NULL)`),
    index('areas_geom_idx').using('gist', t.geom),
    index('areas_parent_idx').on(t.parentCode),
  ],
)

/** 科室: the bureau's offices. */
export const offices = pgTable('offices', {
  id: uuid().primaryKey(),
  code: text().notNull().unique(),
  name: text().notNull(),
  phone: text().notNull(),
})

/** 网格: an area of supervision, inside one town. One that was dissolved stays, for what was done in it. */
export const grids = pgTable(
  'grids',
  {
    id: uuid().primaryKey(),
    code: text().notNull().unique(),
    name: text().notNull(),
    townCode: text('town_code')
      .notNull()
      .references(() => areas.code),
    geom: geometry('MultiPolygon')().notNull(),
    schematic: boolean().notNull().default(true),
    /** Rises by one with each change: two people cannot change a grid past each other. */
    version: integer().notNull().default(1),
    validFrom: date('valid_from')
      .notNull()
      .default(sql`(now() AT TIME ZONE 'Asia/Shanghai')::date`),
    /** Its last day; null while it stands. */
    validTo: date('valid_to'),
    /** Which grid took over what it had. */
    successorId: uuid('successor_id'),
  },
  (t) => [
    foreignKey({ name: 'grids_successor', columns: [t.successorId], foreignColumns: [t.id] }),
    check('grids_period', sql`${t.validTo} IS NULL OR ${t.validTo} >= ${t.validFrom}`),
    check('grids_version', sql`${t.version} >= 1`),
    unique('grids_id_town_key').on(t.id, t.townCode),
    index('grids_town_idx').on(t.townCode),
    index('grids_geom_idx').using('gist', t.geom),
  ],
)

/** What is drawn under the map and means nothing else: the canal, the neighbouring counties. */
export const baseFeatures = pgTable(
  'base_features',
  {
    id: uuid().primaryKey(),
    layer: text({ enum: BASE_LAYERS }).notNull(),
    name: text().notNull(),
    geom: geometry('Geometry')().notNull(),
    schematic: boolean().notNull().default(true),
  },
  (t) => [check('base_features_layer_known', oneOf(t.layer, BASE_LAYERS))],
)

/** Where each geographic layer came from. */
export const geoSources = pgTable('geo_sources', {
  layer: text().primaryKey(),
  source: text().notNull(),
  licence: text().notNull(),
  datum: text().notNull(),
  obtainedOn: date('obtained_on').notNull(),
  schematic: boolean().notNull(),
  note: text().notNull().default(''),
})
