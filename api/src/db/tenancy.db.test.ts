import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database, Tx } from './database.ts'
import { queryRows } from './rows.ts'
import type { Scope } from './scope.ts'
import { onStage, PERMISSION_DENIED, type Stage } from './test-acting.ts'
import { testDatabase } from './test-database.ts'
import { plantFixture } from './test-fixture.ts'
import { ENTERPRISES, enterpriseId, GRID, idOf, OFFICE, placeOf } from './test-fixture-places.ts'

/** Tables that hold no enterprise's rows and are guarded by grants alone. Every other one needs policies. */
const GUARDED_BY_GRANTS = [
  'areas', 'offices', 'grids', 'base_features', 'geo_sources',
  'users', 'appointments', 'sessions', 'accounts', 'verifications', 'two_factors',
  'audit_log', 'audit_intake', 'audit_head', 'message_reads', 'saved_views', 'changes', 'changes_intake', 'changes_head',
]
/** May have rows of no enterprise: what each audience sees of them is tried in shared-rows.db.test.ts. */
const SHARED = ['prejudgements', 'accident_cases']
/** Has a grid, but no enterprise; only the database writes it. */
const VERSIONS = 'layer_versions'

interface Case {
  readonly who: string
  readonly scope: Scope
  /** Numbers of the enterprises whose rows are seen. */
  readonly reads: readonly number[]
  readonly writes: readonly number[]
}

const ALL = ENTERPRISES.map((_, index) => index + 1)
const enterprisesIn = (test: (place: ReturnType<typeof placeOf>) => boolean) => ALL.filter((number) => test(placeOf(number)))
const NORTH = enterprisesIn(({ gridId }) => gridId === GRID.north)
const CASES: readonly Case[] = [
  { who: 'a leader', scope: { audience: 'wide' }, reads: ALL, writes: [] },
  { who: 'a member of an office', scope: { audience: 'wide', officeId: OFFICE.energy }, reads: ALL, writes: enterprisesIn(({ officeId }) => officeId === OFFICE.energy) },
  { who: 'a member of a grid', scope: { audience: 'grid', gridIds: [GRID.north] }, reads: NORTH, writes: NORTH },
  { who: 'an enterprise', scope: { audience: 'enterprise', enterpriseId: enterpriseId(1) }, reads: [1], writes: [1] },
  // What a scope of another kind is narrowed by gives an audience nothing.
  { who: 'a grid member without grids', scope: { audience: 'grid', enterpriseId: enterpriseId(1), officeId: OFFICE.safety }, reads: [], writes: [] },
  { who: 'an enterprise that is none', scope: { audience: 'enterprise', gridIds: [GRID.north], officeId: OFFICE.safety }, reads: [], writes: [] },
  ...(['public', 'auditor', 'admin', 'identity'] as const).map((audience) => ({
    who: `the audience ${audience}`,
    scope: { audience, enterpriseId: enterpriseId(1), gridIds: [GRID.north], officeId: OFFICE.safety },
    reads: [],
    writes: [],
  })),
]

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await plantFixture(database)
})
afterAll(() => database.close())

const Name = z.object({ name: z.string() }).transform(({ name }) => name)
const Owner = z.object({ owner: z.string() }).transform(({ owner }) => owner)

const allTables = (tx: Tx) => queryRows(tx, Name, sql`
  SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname`)
const businessTables = async (tx: Tx) => (await allTables(tx)).filter((name) => ![...GUARDED_BY_GRANTS, ...SHARED, VERSIONS].includes(name))
const columnsOf = (tx: Tx, table: string) => queryRows(tx, Name, sql`
  SELECT attname AS name FROM pg_attribute WHERE attrelid = ${table}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`)
const ownerColumn = (table: string) => sql.identifier(table === 'enterprises' ? 'id' : 'enterprise_id')
const idsOf = (numbers: readonly number[]) => numbers.map(enterpriseId).sort()

/** Whose rows a statement touched, each once; nobody's where it is refused. */
async function touched(stage: Stage, scope: Scope, statement: SQL): Promise<string[]> {
  const owners = await stage.act(scope, Owner, statement)
  if (typeof owners === 'string') {
    expect(owners).toBe(PERMISSION_DENIED)
    return []
  }
  return [...new Set(owners)].sort()
}

describe('every table', () => {
  it('is named among those that grants guard, or lets each audience see by a policy of its own', () => database.asOwner(async (tx) => {
    const Table = z.object({ name: z.string(), secured: z.boolean(), readers: z.array(z.string()), owned: z.boolean() })
    const tables = await queryRows(tx, Table, sql`
      SELECT c.relname AS name, c.relrowsecurity AS secured, to_json(array(
          SELECT DISTINCT r.rolname::text FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
          WHERE p.polrelid = c.oid AND p.polcmd IN ('r', '*') ORDER BY 1)) AS readers,
        EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'enterprise_id' AND attnotnull) AS owned
      FROM pg_class c WHERE c.relname IN ${await allTables(tx)} AND c.relnamespace = 'public'::regnamespace`)
    for (const { name, secured, readers, owned } of tables.filter((table) => !GUARDED_BY_GRANTS.includes(table.name))) {
      expect(secured, name).toBe(true)
      expect(readers, name).toEqual(['onemap_enterprise', 'onemap_grid', 'onemap_wide'])
      expect(owned || [...SHARED, 'enterprises', VERSIONS].includes(name), name).toBe(true)
    }
    // An unknown table with an enterprise's rows is never one of those that grants guard.
    expect(tables.filter(({ name, owned }) => owned && GUARDED_BY_GRANTS.includes(name))).toEqual([])
  }))

  it('has policies for one role each, of one bare comparison', () => database.asOwner(async (tx) => {
    const Policy = z.object({ policy: z.string(), roles: z.int(), text: z.string() })
    const policies = await queryRows(tx, Policy, sql`
      SELECT tablename || '.' || policyname AS policy, cardinality(roles) AS roles, concat_ws(' ', qual, with_check) AS text
      FROM pg_policies WHERE schemaname = 'public'`)
    expect(policies).not.toEqual([])
    for (const { policy, roles, text } of policies) {
      expect(roles, policy).toBe(1)
      expect(text, policy).not.toMatch(/ OR | AND |SELECT/)
    }
  }))
})

describe.each(CASES)('$who, with no WHERE at all,', ({ scope, reads, writes }) => {
  it('reads its rows only', () => onStage(database, async (stage) => {
    for (const table of await businessTables(stage.tx)) {
      const name = sql.identifier(table)
      const present = await queryRows(stage.tx, Owner, sql`SELECT DISTINCT ${ownerColumn(table)}::text AS owner FROM ${name}`)
      const seen = await touched(stage, scope, sql`SELECT ${ownerColumn(table)}::text AS owner FROM ${name}`)
      expect(present.length, table).toBeGreaterThan(0)
      expect(seen, table).toEqual(idsOf(reads).filter((id) => present.includes(id)))
    }
  }))

  it('changes its rows only, whatever the column', () => onStage(database, async (stage) => {
    for (const table of await businessTables(stage.tx)) {
      for (const column of await columnsOf(stage.tx, table)) {
        const name = sql.identifier(column)
        const changed = await touched(stage, scope, sql`UPDATE ${sql.identifier(table)} SET ${name} = ${name} RETURNING ${ownerColumn(table)}::text AS owner`)
        expect(idsOf(writes), `${table}.${column}`).toEqual(expect.arrayContaining(changed))
      }
    }
  }))

  it('deletes its rows only', () => onStage(database, async (stage) => {
    await stage.tx.execute(sql`UPDATE hazards SET risk_point_id = NULL`)
    for (const table of await businessTables(stage.tx)) {
      const removed = await touched(stage, scope, sql`DELETE FROM ${sql.identifier(table)} RETURNING ${ownerColumn(table)}::text AS owner`)
      expect(idsOf(writes), table).toEqual(expect.arrayContaining(removed))
    }
    const left = await queryRows(stage.tx, Owner, sql`SELECT id::text AS owner FROM enterprises`)
    expect(left).toHaveLength(ALL.length)
  }))

  it('adds nothing to others', () => onStage(database, async (stage) => {
    for (const table of await businessTables(stage.tx)) {
      const name = sql.identifier(table)
      const role = `onemap_${scope.audience}`
      const columns = await queryRows(stage.tx, Name, sql`
        SELECT attname AS name FROM pg_attribute
        WHERE attrelid = ${table}::regclass AND attnum > 0 AND has_column_privilege(${role}, ${table}, attname, 'INSERT')`)
      const copy = sql.identifier(`copy_of_${table}`)
      await stage.tx.execute(sql`CREATE TEMP TABLE ${copy} ON COMMIT DROP AS SELECT * FROM ${name}`)
      await stage.tx.execute(sql`GRANT SELECT ON ${copy} TO PUBLIC`)
      const list = sql.join((columns.length > 0 ? columns : await columnsOf(stage.tx, table)).map((column) => sql.identifier(column)), sql`, `)
      for (const stranger of ALL.filter((number) => !writes.includes(number))) {
        const outcome = await stage.act(scope, z.unknown(), sql`
          INSERT INTO ${name} (${list}) SELECT ${list} FROM ${copy} WHERE ${ownerColumn(table)} = ${enterpriseId(stranger)} RETURNING 1`)
        const there = await queryRows(stage.tx, z.unknown(), sql`SELECT 1 FROM ${copy} WHERE ${ownerColumn(table)} = ${enterpriseId(stranger)}`)
        // Nothing to copy, nothing refused.
        expect(outcome, `${table} of ${stranger}`).toEqual(there.length === 0 && columns.length > 0 ? [] : PERMISSION_DENIED)
      }
    }
  }))

  it('never raises a map version by hand', () => onStage(database, async (stage) => {
    for (const statement of [
      sql`UPDATE layer_versions SET version = 0 RETURNING ''`,
      sql`DELETE FROM layer_versions RETURNING ''`,
      sql`INSERT INTO layer_versions (layer, grid_id, version) VALUES ('x', ${GRID.north}, 1) RETURNING ''`,
    ]) expect(await stage.act(scope, z.unknown(), statement)).toBe(PERMISSION_DENIED)
  }))
})

describe('columns', () => {
  it('that are derived, say whose a row is or who answers for it are written by no audience', () => database.asOwner(async (tx) => {
    const Granted = z.object({ granted: z.string() })
    const granted = await queryRows(tx, Granted, sql`
      SELECT concat_ws(' ', grantee, privilege_type, table_name, column_name) AS granted
      FROM information_schema.column_privileges
      WHERE grantee LIKE 'onemap\\_%' AND table_name IN ${await businessTables(tx)}
        AND (privilege_type = 'UPDATE' AND (column_name IN ('id', 'enterprise_id', 'office_id', 'is_demo', 'created_at', 'risk_level', 'level', 'accident_type', 'recorded_at')
            OR column_name IN ('grid_id', 'town_code') AND table_name <> 'enterprises')
          OR privilege_type = 'INSERT' AND (column_name IN ('is_demo', 'created_at', 'risk_level', 'recorded_at')
            OR (table_name, column_name) IN (('risk_points', 'level'), ('risk_points', 'accident_type'), ('hazard_sources', 'level')))
          OR privilege_type = 'INSERT' AND column_name IN ('grid_id', 'office_id', 'town_code') AND table_name <> 'enterprises')
        AND NOT (table_name = 'hazard_sources' AND column_name = 'accident_type')`)
    expect(granted).toEqual([])
  }))

  it('of an id another enterprise has do not collide', () => onStage(database, async (stage) => {
    const source = sql`
      INSERT INTO control_measures (enterprise_id, id, hazard_source_id, category, control_level, content, status)
      VALUES (${enterpriseId(5)}, ${idOf('3', 1)}, ${idOf('c', 9)}, 'training', 'post', '同号', 'planned') RETURNING 1`
    expect(await stage.act({ audience: 'enterprise', enterpriseId: enterpriseId(5) }, z.unknown(), source)).toHaveLength(1)
  }))
})
