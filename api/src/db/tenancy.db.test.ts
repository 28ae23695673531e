import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from './database.ts'
import { queryRows } from './rows.ts'
import { AUDIENCES, type Audience, type Scope } from './scope.ts'
import { onStage, PERMISSION_DENIED, type Stage } from './test-acting.ts'
import { plantedDatabase } from './test-database.ts'
import { ENTERPRISES, enterpriseId, GRID, idOf, OFFICE, placeOf } from './test-fixture-places.ts'
import { allTables, columnsOf, insertableColumns, TABLES, type TableClass } from './test-tables.ts'

const TRADE: readonly Audience[] = ['enterprise', 'grid', 'wide']
/** Who reads rows of a table of a class at all, by policies. */
const READERS: Readonly<Record<Exclude<TableClass, 'granted'>, readonly Audience[]>> = {
  enterprise: TRADE,
  shared: TRADE,
  personal: TRADE,
  bureau: ['wide'],
  signOffs: ['wide'],
  published: ['admin', 'auditor', 'enterprise', 'grid', 'public', 'wide'],
  concerns: ['grid', 'wide'],
  versions: TRADE,
}

interface Case {
  readonly who: string
  readonly scope: Scope
  /** Numbers of the enterprises whose rows are seen. */
  readonly reads: readonly number[]
  readonly writes: readonly number[]
}

const ALL = ENTERPRISES.map((_, index) => index + 1)
const enterprisesIn = (test: (place: ReturnType<typeof placeOf>) => boolean) =>
  ALL.filter((number) => test(placeOf(number)))
const NORTH = enterprisesIn(({ gridId }) => gridId === GRID.north)
const CASES: readonly Case[] = [
  { who: 'a leader', scope: { audience: 'wide' }, reads: ALL, writes: [] },
  {
    who: 'a member of an office',
    scope: { audience: 'wide', officeId: OFFICE.energy },
    reads: ALL,
    writes: enterprisesIn(({ officeId }) => officeId === OFFICE.energy),
  },
  {
    who: 'a member of a grid',
    scope: { audience: 'grid', gridIds: [GRID.north] },
    reads: NORTH,
    writes: NORTH,
  },
  {
    who: 'an enterprise',
    scope: { audience: 'enterprise', enterpriseId: enterpriseId(1) },
    reads: [1],
    writes: [1],
  },
  // What a scope of another kind is narrowed by gives an audience nothing.
  {
    who: 'a grid member without grids',
    scope: { audience: 'grid', enterpriseId: enterpriseId(1), officeId: OFFICE.safety },
    reads: [],
    writes: [],
  },
  {
    who: 'an enterprise that is none',
    scope: { audience: 'enterprise', gridIds: [GRID.north], officeId: OFFICE.safety },
    reads: [],
    writes: [],
  },
  ...(['public', 'auditor', 'admin', 'identity'] as const).map((audience) => ({
    who: `the audience ${audience}`,
    scope: {
      audience,
      enterpriseId: enterpriseId(1),
      gridIds: [GRID.north],
      officeId: OFFICE.safety,
    },
    reads: [],
    writes: [],
  })),
]

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

const Owner = z.object({ owner: z.string() }).transform(({ owner }) => owner)

const ownerColumn = (table: string) =>
  sql.identifier(table === 'enterprises' ? 'id' : 'enterprise_id')
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
  it('is of one class, so that none is forgotten', () =>
    database.asOwner(async (tx) => {
      expect(Object.values(TABLES).flat().sort()).toEqual((await allTables(tx)).sort())
    }))

  it('lets each audience of its class see by a policy, and nobody else', () =>
    database.asOwner(async (tx) => {
      const Table = z.object({
        name: z.string(),
        secured: z.boolean(),
        readers: z.array(z.string()),
        granted: z.array(z.string()),
        owned: z.boolean(),
        placed: z.boolean(),
      })
      const tables = await queryRows(
        tx,
        Table,
        sql`
      SELECT c.relname AS name, c.relrowsecurity AS secured,
        to_json(array(
          SELECT DISTINCT r.rolname::text FROM pg_policy p JOIN pg_roles r ON r.oid = ANY (p.polroles)
          WHERE p.polrelid = c.oid AND p.polcmd IN ('r', '*') ORDER BY 1)) AS readers,
        to_json(array(
          SELECT r.rolname::text FROM pg_roles r
          WHERE r.rolname = ANY (string_to_array(${AUDIENCES.map((audience) => `onemap_${audience}`).join()}, ',')) AND has_any_column_privilege(r.rolname, c.oid, 'SELECT') ORDER BY 1)) AS granted,
        EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'enterprise_id' AND attnotnull) AS owned,
        3 = (SELECT count(*) FROM pg_attribute WHERE attrelid = c.oid AND attname IN ('enterprise_id', 'grid_id', 'office_id') AND attnotnull) AS placed
      FROM pg_class c WHERE c.relname IN ${await allTables(tx)} AND c.relnamespace = 'public'::regnamespace`,
      )
      const byName = new Map(tables.map((table) => [table.name, table]))
      const { granted: _byGrants, ...secured } = TABLES
      for (const [kind, readers] of Object.entries(READERS)) {
        const roles = readers.map((audience) => `onemap_${audience}`)
        const names = new Map<string, readonly string[]>(Object.entries(secured)).get(kind) ?? []
        expect(names.length, kind).toBeGreaterThan(0)
        for (const name of names)
          expect(byName.get(name), name).toMatchObject({
            secured: true,
            readers: roles,
            granted: roles,
          })
      }
      // A row that must have an enterprise is scoped by it, or is the bureau's own; it is never guarded by grants alone.
      expect(
        tables
          .filter(({ owned }) => owned)
          .map(({ name }) => name)
          .sort(),
      ).toEqual(
        [
          ...TABLES.enterprise.filter((name) => name !== 'enterprises' && name !== 'messages'),
          'disclosure_codes',
          'disclosure_items',
          'sign_off_evidence',
        ].sort(),
      )
      for (const name of TABLES.enterprise)
        // A message may be of no enterprise; messages_placed has it placed where it is of one.
        expect(
          name === 'enterprises' || name === 'messages' || byName.get(name)?.placed,
          name,
        ).toBe(true)
    }))

  it('has policies for one role each, of one bare comparison', () =>
    database.asOwner(async (tx) => {
      const Policy = z.object({ policy: z.string(), roles: z.int(), text: z.string() })
      const policies = await queryRows(
        tx,
        Policy,
        sql`
      SELECT tablename || '.' || policyname AS policy, cardinality(roles) AS roles, concat_ws(' ', qual, with_check) AS text
      FROM pg_policies WHERE schemaname = 'public'`,
      )
      expect(policies).not.toEqual([])
      for (const { policy, roles, text } of policies) {
        expect(roles, policy).toBe(1)
        expect(text, policy).not.toMatch(/ OR | AND |SELECT/)
      }
    }))
})

describe.each(CASES)('$who, with no WHERE at all,', ({ scope, reads, writes }) => {
  it('reads its rows only', () =>
    onStage(database, async (stage) => {
      for (const table of TABLES.enterprise) {
        const name = sql.identifier(table)
        const present = await queryRows(
          stage.tx,
          Owner,
          sql`SELECT DISTINCT ${ownerColumn(table)}::text AS owner FROM ${name}`,
        )
        const seen = await touched(
          stage,
          scope,
          sql`SELECT ${ownerColumn(table)}::text AS owner FROM ${name}`,
        )
        expect(present.length, table).toBeGreaterThan(0)
        expect(seen, table).toEqual(idsOf(reads).filter((id) => present.includes(id)))
      }
    }))

  it('changes its rows only, whatever the column', () =>
    onStage(database, async (stage) => {
      for (const table of TABLES.enterprise) {
        for (const column of await columnsOf(stage.tx, table)) {
          const name = sql.identifier(column)
          const changed = await touched(
            stage,
            scope,
            sql`UPDATE ${sql.identifier(table)} SET ${name} = ${name} RETURNING ${ownerColumn(table)}::text AS owner`,
          )
          expect(idsOf(writes), `${table}.${column}`).toEqual(expect.arrayContaining(changed))
        }
      }
    }))

  it('deletes its rows only', () =>
    onStage(database, async (stage) => {
      await stage.tx.execute(sql`UPDATE hazards SET risk_point_id = NULL`)
      for (const table of TABLES.enterprise) {
        const removed = await touched(
          stage,
          scope,
          sql`DELETE FROM ${sql.identifier(table)} RETURNING ${ownerColumn(table)}::text AS owner`,
        )
        expect(idsOf(writes), table).toEqual(expect.arrayContaining(removed))
      }
      const left = await queryRows(stage.tx, Owner, sql`SELECT id::text AS owner FROM enterprises`)
      expect(left).toHaveLength(ALL.length)
    }))

  it('adds nothing to others', () =>
    onStage(database, async (stage) => {
      for (const table of TABLES.enterprise) {
        const name = sql.identifier(table)
        const columns = await insertableColumns(stage.tx, table, scope.audience)
        const copy = sql.identifier(`copy_of_${table}`)
        await stage.tx.execute(
          sql`CREATE TEMP TABLE ${copy} ON COMMIT DROP AS SELECT * FROM ${name}`,
        )
        await stage.tx.execute(sql`GRANT SELECT ON ${copy} TO PUBLIC`)
        const list = sql.join(
          (columns.length > 0 ? columns : await columnsOf(stage.tx, table)).map((column) =>
            sql.identifier(column),
          ),
          sql`, `,
        )
        for (const stranger of ALL.filter((number) => !writes.includes(number))) {
          const outcome = await stage.act(
            scope,
            z.unknown(),
            sql`
          INSERT INTO ${name} (${list}) SELECT ${list} FROM ${copy} WHERE ${ownerColumn(table)} = ${enterpriseId(stranger)} RETURNING 1`,
          )
          const there = await queryRows(
            stage.tx,
            z.unknown(),
            sql`SELECT 1 FROM ${copy} WHERE ${ownerColumn(table)} = ${enterpriseId(stranger)}`,
          )
          // Nothing to copy, nothing refused.
          expect(outcome, `${table} of ${stranger}`).toEqual(
            there.length === 0 && columns.length > 0 ? [] : PERMISSION_DENIED,
          )
        }
      }
    }))

  it('reads how far the map is where it looks', () =>
    onStage(database, async (stage) => {
      const Grid = z.object({ grid: z.string() }).transform(({ grid }) => grid)
      const grids = await stage.act(
        scope,
        Grid,
        sql`SELECT DISTINCT grid_id::text AS grid FROM layer_versions ORDER BY 1`,
      )
      const { audience, gridIds = [] } = scope
      if (audience === 'wide' || audience === 'enterprise')
        expect(grids).toEqual(Object.values(GRID).sort())
      else expect(grids).toEqual(audience === 'grid' ? gridIds : PERMISSION_DENIED)
    }))

  it('never raises a map version by hand', () =>
    onStage(database, async (stage) => {
      for (const statement of [
        sql`UPDATE layer_versions SET version = 0 RETURNING ''`,
        sql`DELETE FROM layer_versions RETURNING ''`,
        sql`INSERT INTO layer_versions (layer, grid_id, version) VALUES ('x', ${GRID.north}, 1) RETURNING ''`,
      ])
        expect(await stage.act(scope, z.unknown(), statement)).toBe(PERMISSION_DENIED)
    }))
})

describe('columns', () => {
  it('that are derived, say whose a row is or who answers for it are written by no audience', () =>
    database.asOwner(async (tx) => {
      const Granted = z.object({ granted: z.string() })
      const granted = await queryRows(
        tx,
        Granted,
        sql`
      SELECT concat_ws(' ', grantee, privilege_type, table_name, column_name) AS granted
      FROM information_schema.column_privileges
      WHERE grantee LIKE 'onemap\\_%' AND table_name IN ${[...TABLES.enterprise]}
        AND (privilege_type = 'UPDATE' AND (column_name IN ('id', 'enterprise_id', 'office_id', 'is_demo', 'created_at', 'risk_level', 'level', 'accident_type', 'recorded_at')
            OR column_name IN ('grid_id', 'town_code') AND table_name <> 'enterprises')
          OR privilege_type = 'INSERT' AND (column_name IN ('is_demo', 'created_at', 'risk_level', 'recorded_at')
            OR (table_name, column_name) IN (('risk_points', 'level'), ('risk_points', 'accident_type'), ('hazard_sources', 'level')))
          OR privilege_type = 'INSERT' AND column_name IN ('grid_id', 'office_id', 'town_code') AND table_name <> 'enterprises')
        AND NOT (table_name = 'hazard_sources' AND column_name = 'accident_type')`,
      )
      expect(granted).toEqual([])
    }))

  it('of an id another enterprise has do not collide', () =>
    onStage(database, async (stage) => {
      const source = sql`
      INSERT INTO control_measures (enterprise_id, id, hazard_source_id, category, control_level, content, status)
      VALUES (${enterpriseId(5)}, ${idOf('3', 1)}, ${idOf('c', 9)}, 'training', 'post', '同号', 'planned') RETURNING 1`
      expect(
        await stage.act(
          { audience: 'enterprise', enterpriseId: enterpriseId(5) },
          z.unknown(),
          source,
        ),
      ).toHaveLength(1)
    }))
})
