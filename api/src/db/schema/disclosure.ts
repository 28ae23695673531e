import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { BATCH_KIND_CODES, BATCH_STATUS_CODES } from '../../domain/disclosure-batch.ts'
import { CONCERN_STATUS_CODES } from '../../domain/public-concern.ts'
import type { PublicRecord, RosterOverrides } from '../../domain/public-roster.ts'
import { geometry } from '../geometry.ts'
import { inTheWorld, oneOf } from './constraints.ts'
import { enterprises } from './enterprises.ts'

/** What the public knows a site by, instead of any id of ours. Given once, never used again. */
export const disclosureCodes = pgTable(
  'disclosure_codes',
  {
    enterpriseId: uuid('enterprise_id')
      .primaryKey()
      .references(() => enterprises.id, { onDelete: 'cascade' }),
    code: text().notNull().unique(),
  },
  (t) => [check('disclosure_codes_form', sql`${t.code} ~ '^[0-9BCDFGHJKMNPQRSTVWXYZ]{8}$'`)],
)

/** 公布批次: an edition of the roster on its way from draft to publication. A published one never changes. */
export const disclosureBatches = pgTable(
  'disclosure_batches',
  {
    id: uuid().primaryKey(),
    /** Year and running number, given by publication. */
    number: text().unique(),
    kind: text({ enum: BATCH_KIND_CODES }).notNull(),
    /** The month it reports, `YYYY-MM`. */
    period: text().notNull(),
    status: text({ enum: BATCH_STATUS_CODES }).notNull(),
    title: text().notNull(),
    note: text().notNull().default(''),
    preparedBy: uuid('prepared_by').notNull(),
    preparedByName: text('prepared_by_name').notNull(),
    /** Posts are written by the database, as those who act hold them. */
    preparedByPost: text('prepared_by_post'),
    preparedAt: timestamp('prepared_at', { withTimezone: true }).notNull(),
    submittedAt: timestamp('submitted_at', { withTimezone: true }),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name'),
    decidedByPost: text('decided_by_post'),
    decidedAt: timestamp('decided_at', { withTimezone: true }),
    opinion: text(),
    /** Why it was published outside the days of the month that are meant for it. */
    outsideReason: text('outside_reason'),
    /** Of the row: who writes says which one was read. */
    version: integer().notNull().default(1),
  },
  (t) => [
    check('disclosure_batches_kind_known', oneOf(t.kind, BATCH_KIND_CODES)),
    check('disclosure_batches_status_known', oneOf(t.status, BATCH_STATUS_CODES)),
    check('disclosure_batches_number_form', sql`${t.number} ~ '^[0-9]{4}-[0-9]{3,}$'`),
    check('disclosure_batches_period_form', sql`${t.period} ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'`),
    check('disclosure_batches_titled', sql`length(trim(${t.title})) > 0`),
    check(
      'disclosure_batches_published',
      sql`(${t.status} = 'published') = (${t.number} IS NOT NULL)`,
    ),
    // Four eyes: who decides is somebody else than who prepared it.
    check('disclosure_batches_four_eyes', sql`${t.decidedBy} IS DISTINCT FROM ${t.preparedBy}`),
    check(
      'disclosure_batches_decided',
      sql`${t.status} NOT IN ('published', 'returned') OR (${t.decidedBy} IS NOT NULL AND ${t.decidedAt} IS NOT NULL)`,
    ),
    // One batch at a time is in the making: its difference is to the last one published.
    uniqueIndex('disclosure_batches_one_open')
      .on(sql`(true)`)
      .where(sql`status IN ('draft', 'submitted', 'returned')`),
  ],
)

/** Which sites a batch holds, and what of them is said in other words or taken back. */
export const disclosureItems = pgTable(
  'disclosure_items',
  {
    batchId: uuid('batch_id')
      .notNull()
      .references(() => disclosureBatches.id),
    enterpriseId: uuid('enterprise_id')
      .notNull()
      .references(() => enterprises.id, { onDelete: 'cascade' }),
    /** `include`: in the roster; `remove`: no longer; `retract`: no longer, and its earlier records are blanked. */
    part: text({ enum: ['include', 'remove', 'retract'] }).notNull(),
    overrides: jsonb().$type<RosterOverrides>().notNull().default({}),
    reason: text(),
    /** What was submitted and will be published, word by word. */
    frozen: jsonb().$type<PublicRecord>(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.enterpriseId] }),
    check('disclosure_items_part_known', sql`${t.part} IN ('include', 'remove', 'retract')`),
    check(
      'disclosure_items_reason',
      sql`${t.part} = 'include' OR length(trim(coalesce(${t.reason}, ''))) > 0`,
    ),
    index('disclosure_items_enterprise_idx').on(t.enterpriseId),
  ],
)

/** A published edition as the public knows it. Nothing here refers to internal rows. */
export const publicBatches = pgTable(
  'public_batches',
  {
    number: text().primaryKey(),
    kind: text({ enum: BATCH_KIND_CODES }).notNull(),
    period: text().notNull(),
    title: text().notNull(),
    note: text().notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }).notNull(),
    records: integer().notNull(),
    /** The batch before it; null for the first. */
    previous: text(),
  },
  (t) => [index('public_batches_recent_idx').on(t.publishedAt.desc())],
)

/** One risk source in one edition; its fields are those of domain/public-roster.ts and no others. */
export const publicRecords = pgTable(
  'public_records',
  {
    batchNumber: text('batch_number')
      .notNull()
      .references(() => publicBatches.number),
    code: text().notNull(),
    /** False once it was retracted: the texts are blank then. */
    stands: boolean().notNull().default(true),
    operator: text().notNull(),
    address: text().notNull(),
    activity: text().notNull(),
    kind: text().notNull(),
    level: integer().notNull(),
    harms: jsonb().$type<readonly string[]>().notNull(),
    warningZh: text('warning_zh').notNull(),
    warningEn: text('warning_en').notNull(),
    doThisZh: text('do_this_zh').notNull(),
    doThisEn: text('do_this_en').notNull(),
    lastVisit: text('last_visit'),
    officeName: text('office_name').notNull(),
    officePhone: text('office_phone').notNull(),
    townCode: text('town_code').notNull(),
    townName: text('town_name').notNull(),
    lon: doublePrecision().notNull(),
    lat: doublePrecision().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchNumber, t.code] }),
    check('public_records_level', sql`${t.level} BETWEEN 1 AND 4`),
    // Coarse: half a cell behind a whole number of cells, nothing finer.
    check(
      'public_records_coarse',
      sql`round((${t.lon} * 10000)::numeric) % 10 = 5 AND round((${t.lat} * 10000)::numeric) % 10 = 5
    AND abs(${t.lon} * 10000 - round(${t.lon} * 10000)) < 0.000001 AND abs(${t.lat} * 10000 - round(${t.lat} * 10000)) < 0.000001`,
    ),
    index('public_records_code_idx').on(t.code),
  ],
)

/** What left the roster with an edition, and why. */
export const publicRemovals = pgTable(
  'public_removals',
  {
    batchNumber: text('batch_number')
      .notNull()
      .references(() => publicBatches.number),
    code: text().notNull(),
    /** Blank where even the name was published in error. */
    operator: text().notNull(),
    kind: text({ enum: ['removed', 'retracted'] }).notNull(),
    reason: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.batchNumber, t.code] }),
    check('public_removals_kind_known', sql`${t.kind} IN ('removed', 'retracted')`),
  ],
)

/** 群众反映: what somebody tells without an account, until it is moderated. */
export const publicConcerns = pgTable(
  'public_concerns',
  {
    id: uuid().primaryKey(),
    /** What the reporter follows it by. */
    receipt: text().notNull().unique(),
    text: text().notNull(),
    placeText: text('place_text').notNull(),
    geom: geometry('Point')(),
    /** The grid it lies in, whose members may look into it; null where it lies in none. */
    gridId: uuid('grid_id'),
    /** The published site it is about, if one was named. */
    aboutCode: text('about_code'),
    /** The photograph, without its metadata, where files are kept; null without one. */
    photoSha256: text('photo_sha256'),
    photoMime: text('photo_mime'),
    status: text({ enum: CONCERN_STATUS_CODES }).notNull().default('received'),
    reply: text(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    moderatedBy: uuid('moderated_by'),
    moderatedByName: text('moderated_by_name'),
    moderatedByPost: text('moderated_by_post'),
    moderatedAt: timestamp('moderated_at', { withTimezone: true }),
    /** The hazard it became. */
    enterpriseId: uuid('enterprise_id'),
    hazardId: uuid('hazard_id'),
  },
  (t) => [
    foreignKey({
      name: 'public_concerns_enterprise',
      columns: [t.enterpriseId],
      foreignColumns: [enterprises.id],
    }).onDelete('set null'),
    check('public_concerns_status_known', oneOf(t.status, CONCERN_STATUS_CODES)),
    check('public_concerns_text', sql`length(trim(${t.text})) BETWEEN 1 AND 2000`),
    check('public_concerns_place', sql`length(${t.placeText}) <= 200`),
    check(
      'public_concerns_moderated',
      sql`(${t.status} = 'received') = (${t.moderatedAt} IS NULL)`,
    ),
    check('public_concerns_accepted', sql`(${t.hazardId} IS NULL) OR ${t.status} = 'accepted'`),
    check('public_concerns_geom_in_the_world', inTheWorld(t.geom)),
    index('public_concerns_open_idx').on(t.status, t.receivedAt),
  ],
)
