import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from './database.ts'
import { queryRows } from './rows.ts'

/** What guards the rows of each table, and with it what is asked of the table. Every table is in one of these. */
export const TABLES = {
  /** Rows of an enterprise each: tenancy.db.test.ts. */
  enterprise: [
    'enterprises',
    'risk_points',
    'hazard_sources',
    'assessments',
    'control_measures',
    'responsibilities',
    'hazards',
    'hazard_events',
    'hazard_event_evidence',
    'hazard_reminders',
    'messages',
    'evidence',
    'prejudgement_risk_points',
    'inspection_standards',
    'check_items',
    'inspection_plans',
    'inspection_tasks',
    'inspection_findings',
    'inspection_finding_evidence',
    'supervision_orders',
    'supervision_order_events',
    'supervision_order_evidence',
    'neighbour_notices',
    'neighbour_notice_recipients',
    'received_notices',
    'grid_overrides',
    'enterprise_past_levels',
    'risk_point_past_levels',
    'patrol_visits',
    'patrol_evidence',
    'patrol_hazards',
  ],
  /** May have rows of no enterprise, which everybody who works here reads: shared-rows.db.test.ts. */
  shared: ['prejudgements', 'accident_cases'],
  /** A person's own: personal-rows.db.test.ts. */
  personal: ['message_reads', 'saved_views'],
  /** The bureau's own work before it is public: disclosed-rows.db.test.ts. */
  bureau: ['disclosure_batches', 'disclosure_codes', 'disclosure_items'],
  /** What waits for a leader: sign-offs.db.test.ts. */
  signOffs: ['sign_offs', 'sign_off_evidence'],
  /** What everybody reads and nobody changes: disclosed-rows.db.test.ts. */
  published: ['public_batches', 'public_records', 'public_removals'],
  /** What the public hands in and does not read: disclosed-rows.db.test.ts. */
  concerns: ['public_concerns'],
  /** Has a grid, but no enterprise; only the database writes it: tenancy.db.test.ts. */
  versions: ['layer_versions'],
  /** No row is anybody's in particular, so that grants decide alone: granted-tables.db.test.ts. */
  granted: [
    'areas',
    'offices',
    'grids',
    'base_features',
    'geo_sources',
    'users',
    'appointments',
    'sessions',
    'accounts',
    'verifications',
    'sign_in_failures',
    'two_factors',
    'audit_log',
    'audit_intake',
    'audit_head',
    'changes',
    'changes_intake',
    'changes_head',
    'neighbour_checks',
    'neighbour_sweeps',
    'approval_profiles',
    'approval_rules',
  ],
} as const

export type TableClass = keyof typeof TABLES

const Name = z.object({ name: z.string() }).transform(({ name }) => name)

/** Every table there is, except what an extension brought. */
export const allTables = (tx: Tx) =>
  queryRows(
    tx,
    Name,
    sql`
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f', 'm')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname COLLATE "C"`,
  )

/** The columns of a table in their order, without those that the database derives: nobody can write them. */
export const columnsOf = (tx: Tx, table: string) =>
  queryRows(
    tx,
    Name,
    sql`
  SELECT attname AS name FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum`,
  )

/** The columns of a table that an audience may name in an INSERT. */
export const insertableColumns = (tx: Tx, table: string, audience: string) =>
  queryRows(
    tx,
    Name,
    sql`
  SELECT attname AS name FROM pg_attribute
  WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' AND has_column_privilege(${`onemap_${audience}`}, ${table}, attname, 'INSERT')
  ORDER BY attnum`,
  )
