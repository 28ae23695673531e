import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from './database.ts'
import { queryRows } from './rows.ts'
import { AUDIENCES, type Audience } from './scope.ts'
import { testDatabase } from './test-database.ts'
import { TABLES } from './test-tables.ts'

/* Where no row is anybody's in particular, and where code runs as the owner: what each audience may, and no more. */

type Rights = Readonly<Partial<Record<Audience, string>>>

const LAND: Rights = { wide: 'r', grid: 'r', enterprise: 'r', public: 'r', admin: 'rawd' }
/** What each audience may do with a table, in any of its columns at least: r(ead), a(dd), w(rite), d(elete). */
const RIGHTS: Readonly<Record<(typeof TABLES.granted)[number], Rights>> = {
  areas: LAND,
  base_features: LAND,
  geo_sources: LAND,
  grids: { wide: 'r', grid: 'r', enterprise: 'r', admin: 'rawd', identity: 'r' },
  offices: { wide: 'r', grid: 'r', enterprise: 'r', admin: 'rawd', identity: 'r' },
  users: { admin: 'raw', identity: 'rw' },
  appointments: { admin: 'raw', identity: 'r' },
  sessions: { admin: 'rd', identity: 'rawd' },
  accounts: { admin: 'raw', identity: 'rawd' },
  verifications: { identity: 'rawd' },
  two_factors: { admin: 'rd', identity: 'rawd' },
  sign_in_failures: { admin: 'rd', identity: 'rawd' },
  audit_log: { auditor: 'r' },
  audit_head: { auditor: 'r' },
  audit_intake: {},
  changes: { wide: 'r' },
  changes_head: { wide: 'r' },
  changes_intake: {},
  neighbour_checks: {},
  neighbour_sweeps: {},
  approval_profiles: { wide: 'r', grid: 'r', enterprise: 'r' },
  approval_rules: { wide: 'r', grid: 'r', enterprise: 'r' },
}

/** Functions that run as their owner and so see past every policy: who may call them. */
const FUNCTIONS: Readonly<Record<string, readonly Audience[]>> = {
  audit_take: [],
  begin_neighbour_sweep: ['wide'],
  change_office: ['admin'],
  concern_by_receipt: ['enterprise', 'grid', 'public', 'wide'],
  drop_grid_override: ['admin'],
  enterprise_names: ['admin'],
  enterprises_by_name: ['enterprise', 'grid', 'wide'],
  evidence_in_use: ['admin'],
  file_concern: ['enterprise', 'grid', 'public', 'wide'],
  find_enterprise_names: ['admin'],
  grid_object_counts: ['admin', 'enterprise', 'grid', 'wide'],
  grid_objects: ['admin', 'wide'],
  listed_grid_overrides: ['admin', 'wide'],
  may_see_enterprise: [],
  move_grid_objects: ['admin'],
  neighbours_of_points: ['enterprise', 'grid', 'wide'],
  next_hazard_number: ['enterprise', 'grid', 'wide'],
  override_grid: ['admin'],
  planned_grid_objects: ['admin'],
  points_around: ['enterprise', 'grid', 'wide'],
  record_audit: ['admin', 'auditor', 'enterprise', 'grid', 'identity', 'wide'],
  schema_version: ['admin', 'auditor', 'enterprise', 'grid', 'identity', 'public', 'wide'],
  spread_neighbour_checks: ['wide'],
  sweep_evidence: ['admin'],
  take_neighbour_checks: ['wide'],
}

const Right = z.object({ name: z.string(), audience: z.enum(AUDIENCES), rights: z.string() })
const ROLES = sql.raw(`unnest(ARRAY[${AUDIENCES.map((audience) => `'${audience}'`).join()}])`)
const OURS = sql`NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = c.tableoid AND d.objid = c.oid AND d.deptype = 'e')`

let database: Database
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** @param only besides their kind, what is asked of them */
const rightsOn = (kinds: readonly string[], only = sql`true`) =>
  database.asOwner((tx) =>
    queryRows(
      tx,
      Right,
      sql`
  SELECT c.relname AS name, audience, concat(
    CASE WHEN has_any_column_privilege('onemap_' || audience, c.oid, 'SELECT') THEN 'r' END,
    CASE WHEN has_any_column_privilege('onemap_' || audience, c.oid, 'INSERT') THEN 'a' END,
    CASE WHEN has_any_column_privilege('onemap_' || audience, c.oid, 'UPDATE') THEN 'w' END,
    CASE WHEN has_table_privilege('onemap_' || audience, c.oid, 'DELETE') THEN 'd' END,
    CASE WHEN has_table_privilege('onemap_' || audience, c.oid, 'TRUNCATE, TRIGGER') THEN '!' END) AS rights
  FROM pg_class c CROSS JOIN ${ROLES} audience
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ${[...kinds]} AND ${OURS} AND ${only}
  ORDER BY 1, 2`,
    ),
  )

const tableOf = (rights: z.output<typeof Right>[]) => {
  const byName = new Map<string, Rights>()
  for (const { name, audience, rights: may } of rights)
    byName.set(name, { ...byName.get(name), ...(may === '' ? {} : { [audience]: may }) })
  return byName
}

describe('a grant', () => {
  it('gives each audience what it needs of a table that grants alone guard', async () => {
    const rights = tableOf(await rightsOn(['r', 'p']))
    for (const table of TABLES.granted)
      expect([table, rights.get(table)]).toEqual([table, RIGHTS[table]])
  })

  it('never empties a table or hangs code on it', async () => {
    expect((await rightsOn(['r', 'p'])).filter(({ rights }) => rights.includes('!'))).toEqual([])
  })

  it('gives who manages people no secret of theirs, and nobody else any', async () => {
    const Column = z.object({ column: z.string(), audience: z.string() })
    const readers = await database.asOwner((tx) =>
      queryRows(
        tx,
        Column,
        sql`
      SELECT concat_ws('.', c.relname, a.attname) AS column, audience
      FROM pg_class c
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      CROSS JOIN ${ROLES} audience
      WHERE c.relname IN ${['accounts', 'sessions', 'two_factors', 'verifications']} AND has_column_privilege('onemap_' || audience, c.oid, a.attname, 'SELECT')
        AND (audit_is_sensitive(a.attname) OR c.relname = 'verifications')`,
      ),
    )
    expect(readers.map(({ column }) => column)).toEqual(
      expect.arrayContaining([
        'accounts.password',
        'sessions.token',
        'two_factors.secret',
        'two_factors.backup_codes',
      ]),
    )
    expect(readers.filter(({ audience }) => audience !== 'identity')).toEqual([])
  })
})

describe('what runs as the owner', () => {
  it('is two views, of the names of those who look after a grid', async () => {
    const trade = { wide: 'r', grid: 'r', enterprise: 'r', admin: 'r' }
    expect(
      Object.fromEntries(
        tableOf(
          await rightsOn(
            ['v', 'm'],
            sql`NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)`,
          ),
        ),
      ),
    ).toEqual({ grid_patrollers: { wide: 'r', grid: 'r' }, grid_people: trade })
  })

  it('is a function that only those may call who need it', async () => {
    const Callable = z.object({ name: z.string(), callers: z.array(z.string()) })
    const functions = await database.asOwner((tx) =>
      queryRows(
        tx,
        Callable,
        sql`
      SELECT c.proname AS name, to_json(array(
        SELECT audience FROM ${ROLES} audience WHERE has_function_privilege('onemap_' || audience, c.oid, 'EXECUTE') ORDER BY 1)) AS callers
      FROM pg_proc c
      WHERE c.pronamespace = 'public'::regnamespace AND c.prosecdef AND c.prorettype <> 'trigger'::regtype AND ${OURS}`,
      ),
    )
    expect(Object.fromEntries(functions.map(({ name, callers }) => [name, callers]))).toEqual(
      FUNCTIONS,
    )
  })

  it('is no function that somebody’s own tables could be put under', async () => {
    const Loose = z.object({ name: z.string() })
    expect(
      await database.asOwner((tx) =>
        queryRows(
          tx,
          Loose,
          sql`
      SELECT c.proname AS name FROM pg_proc c
      WHERE c.pronamespace = 'public'::regnamespace AND c.prosecdef AND ${OURS}
        AND NOT EXISTS (SELECT FROM unnest(c.proconfig) setting WHERE setting LIKE 'search\\_path=%pg_temp')`,
        ),
      ),
    ).toEqual([])
  })
})
