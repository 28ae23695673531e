import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database, Tx } from './database.ts'
import { queryRow, queryRows } from './rows.ts'
import type { Scope } from './scope.ts'
import { FOREIGN_KEY_VIOLATION, onStage, PERMISSION_DENIED } from './test-acting.ts'
import { plantedDatabase } from './test-database.ts'
import { CANAL_TOWN, enterpriseId, GRID, idOf, OFFICE } from './test-fixture-places.ts'

const FIRST: Scope = { audience: 'enterprise', enterpriseId: enterpriseId(1) }
const WEST: Scope = { audience: 'grid', gridIds: [GRID.west] }
const SAFETY: Scope = { audience: 'wide', officeId: OFFICE.safety }
const LEADER: Scope = { audience: 'wide' }
const NEW = idOf('7', 1)
const One = z.unknown()

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

const point = (enterprise: number) => sql`
  INSERT INTO risk_points (enterprise_id, id, no, code, name, type, domain, geom)
  VALUES (${enterpriseId(enterprise)}, ${NEW}, 99, 'R99', '新风险点', 'facility', 'production', ST_SetSRID(ST_MakePoint(117.73, 34.56), 4326)) RETURNING 1`
const source = (enterprise: number, riskPoint: string) => sql`
  INSERT INTO hazard_sources (enterprise_id, id, risk_point_id, description, factor, accident_type)
  VALUES (${enterpriseId(enterprise)}, ${NEW}, ${riskPoint}, '新危险源', 'object', 4) RETURNING 1`
const assessment = (enterprise: number, hazardSource: string, level: number) => sql`
  INSERT INTO assessments (enterprise_id, id, hazard_source_id, stage, method, inputs, score, level, profile_id, profile_version, assessor, assessed_on)
  VALUES (${enterpriseId(enterprise)}, ${NEW}, ${hazardSource}, 'residual', 'LS', '{"l": 5, "s": 5}', 25, ${level}, 'ls-standard', 1, '评价员', '2026-11-20')
  RETURNING 1`
const hazard = (enterprise: number) => sql`
  INSERT INTO hazards (enterprise_id, id, no, code, description, geom, origin, status, reported_at)
  VALUES (${enterpriseId(enterprise)}, ${NEW}, 999, 'YH999', '新隐患', ST_SetSRID(ST_MakePoint(117.73, 34.56), 4326), 'grid-patrol', 'reported', now()) RETURNING 1`
const event = (enterprise: number, of: string, seq = 1) => sql`
  INSERT INTO hazard_events (enterprise_id, hazard_id, seq, type, to_status, actor_name, actor_role, occurred_at)
  VALUES (${enterpriseId(enterprise)}, ${of}, ${seq}, 'report', 'reported', '张三', 'grid-member', now()) RETURNING 1`

const Version = z.object({ version: z.coerce.number() })
const versionOf = async (tx: Tx, layer: string, grid: string) =>
  (
    await queryRow(
      tx,
      Version,
      sql`SELECT version FROM layer_versions WHERE layer = ${layer} AND grid_id = ${grid}`,
    )
  )?.version ?? 0

describe('whoever may write a row', () => {
  it.each<[string, Scope, SQL[]]>([
    [
      'an enterprise its points, sources, assessments and hazards',
      FIRST,
      [point(1), source(1, NEW), assessment(1, NEW, 1), hazard(1), event(1, NEW)],
    ],
    [
      'an office those of its enterprises',
      SAFETY,
      [point(2), source(2, NEW), assessment(2, NEW, 1), hazard(2), event(2, NEW)],
    ],
    [
      'a grid the hazards in it',
      WEST,
      [
        hazard(2),
        event(2, NEW),
        sql`UPDATE hazards SET status = 'registered' WHERE id = ${NEW} RETURNING 1`,
      ],
    ],
    [
      'an office the supervision of a hazard',
      SAFETY,
      [sql`UPDATE hazards SET supervision = 'listed' WHERE id = ${idOf('9', 1)} RETURNING 1`],
    ],
    [
      'an enterprise its duty phone',
      FIRST,
      [sql`UPDATE enterprises SET duty_phone = '0632-6600001' RETURNING 1`],
    ],
    [
      'an enterprise a measure it removes',
      FIRST,
      [sql`DELETE FROM control_measures WHERE id = ${idOf('3', 1)} RETURNING 1`],
    ],
    [
      'an admin an office',
      { audience: 'admin' },
      [
        sql`INSERT INTO offices (id, code, name, phone) VALUES (${NEW}, 'X', '新科室', '') RETURNING 1`,
      ],
    ],
  ])('writes it: %s', (_what, scope, statements) =>
    onStage(database, async ({ tx, act }) => {
      for (const statement of statements) expect(await act(scope, One, statement)).toHaveLength(1)
      const Placed = z.object({ placed: z.boolean() })
      for (const table of [
        'risk_points',
        'hazard_sources',
        'assessments',
        'hazards',
        'hazard_events',
      ]) {
        const rows = await queryRows(
          tx,
          Placed,
          sql`
        SELECT (c.grid_id, c.office_id) = (e.grid_id, e.office_id) AS placed
        FROM ${sql.identifier(table)} c JOIN enterprises e ON e.id = c.enterprise_id`,
        )
        expect(
          rows.every(({ placed }) => placed),
          table,
        ).toBe(true)
      }
    }),
  )
})

describe('a forged id', () => {
  it.each<[string, Scope, SQL, string]>([
    ['of another enterprise', FIRST, point(2), PERMISSION_DENIED],
    ['of no enterprise', FIRST, point(99), PERMISSION_DENIED],
    ['of another enterprise’s point', FIRST, source(1, idOf('b', 5)), FOREIGN_KEY_VIOLATION],
    [
      'of another enterprise’s source',
      FIRST,
      assessment(1, idOf('c', 5), 1),
      FOREIGN_KEY_VIOLATION,
    ],
    ['of another enterprise’s hazard', FIRST, event(2, idOf('9', 37)), PERMISSION_DENIED],
    ['of an enterprise in another grid', WEST, hazard(3), PERMISSION_DENIED],
    ['of an enterprise of another office', SAFETY, hazard(5), PERMISSION_DENIED],
    [
      'in a row one has',
      FIRST,
      sql`UPDATE control_measures SET enterprise_id = ${enterpriseId(2)} RETURNING 1`,
      PERMISSION_DENIED,
    ],
    [
      'of the point a source moves to',
      FIRST,
      sql`UPDATE hazard_sources SET risk_point_id = ${idOf('b', 5)} RETURNING 1`,
      FOREIGN_KEY_VIOLATION,
    ],
    [
      'of a grid',
      FIRST,
      sql`UPDATE risk_points SET grid_id = ${GRID.north} RETURNING 1`,
      PERMISSION_DENIED,
    ],
    [
      'of an office',
      SAFETY,
      sql`UPDATE enterprises SET office_id = ${OFFICE.energy} RETURNING 1`,
      PERMISSION_DENIED,
    ],
  ])('%s is refused', (_what, scope, statement, code) =>
    onStage(database, async ({ act }) => {
      expect(await act(scope, One, statement)).toBe(code)
    }),
  )

  it.each<[string, Scope, SQL, string | unknown[]]>([
    ['a leader changes nothing', LEADER, sql`UPDATE enterprises SET name = 'x' RETURNING 1`, []],
    ['a leader adds nothing', LEADER, hazard(1), PERMISSION_DENIED],
    [
      'a grid changes no point',
      WEST,
      sql`UPDATE risk_points SET name = 'x' RETURNING 1`,
      PERMISSION_DENIED,
    ],
    [
      'an enterprise lists itself for no supervision',
      FIRST,
      sql`UPDATE hazards SET supervision = 'delisted' RETURNING 1`,
      PERMISSION_DENIED,
    ],
    ['nobody deletes a hazard', SAFETY, sql`DELETE FROM hazards RETURNING 1`, PERMISSION_DENIED],
    [
      'nobody rewrites a step',
      SAFETY,
      sql`UPDATE hazard_events SET opinion = 'x' RETURNING 1`,
      PERMISSION_DENIED,
    ],
    [
      'nobody rewrites an assessment',
      FIRST,
      sql`UPDATE assessments SET level = 4 RETURNING 1`,
      PERMISSION_DENIED,
    ],
    [
      'nobody writes a derived level',
      FIRST,
      sql`UPDATE risk_points SET level = 4 RETURNING 1`,
      PERMISSION_DENIED,
    ],
    [
      'an admin reads no business row',
      { audience: 'admin' },
      sql`SELECT 1 FROM hazards`,
      PERMISSION_DENIED,
    ],
    [
      'the public reads no grid',
      { audience: 'public' },
      sql`SELECT 1 FROM grids`,
      PERMISSION_DENIED,
    ],
  ])('%s', (_what, scope, statement, outcome) =>
    onStage(database, async ({ act }) => {
      expect(await act(scope, One, statement)).toEqual(outcome)
    }),
  )
})

describe('what the database derives follows a scoped writer', () => {
  it('levels, up to the enterprise, and the versions of the layers that show them', () =>
    onStage(database, async ({ tx, act }) => {
      const scope: Scope = { audience: 'enterprise', enterpriseId: enterpriseId(3) }
      const Level = z.object({ source: z.int(), point: z.int(), enterprise: z.int() })
      const levels = () =>
        queryRow(
          tx,
          Level,
          sql`
      SELECT s.level AS source, p.level AS point, e.risk_level AS enterprise
      FROM hazard_sources s JOIN risk_points p ON p.id = s.risk_point_id JOIN enterprises e ON e.id = s.enterprise_id
      WHERE s.id = ${idOf('c', 7)}`,
        )
      expect(await levels()).toEqual({ source: 4, point: 4, enterprise: 4 })
      async function versions(): Promise<number[]> {
        const found: number[] = []
        for (const layer of ['enterprises', 'risk-points']) {
          for (const grid of [GRID.north, GRID.west]) found.push(await versionOf(tx, layer, grid))
        }
        return found
      }
      const before = await versions()
      expect(await act(scope, One, assessment(3, idOf('c', 7), 1))).toHaveLength(1)
      expect(await levels()).toEqual({ source: 1, point: 1, enterprise: 1 })
      const after = await versions()
      expect(after.map((version, index) => version - (before[index] ?? 0))).toEqual([1, 0, 1, 0])
    }))

  it('the hazards’ layer by a grid', () =>
    onStage(database, async ({ tx, act }) => {
      const before = await versionOf(tx, 'hazards', GRID.west)
      expect(await act(WEST, One, hazard(1))).toHaveLength(1)
      expect(await versionOf(tx, 'hazards', GRID.west)).toBe(before + 1)
    }))

  it('grid and office on all that an enterprise owns, when its office moves it', () =>
    onStage(database, async ({ tx, act }) => {
      const moved = await act(
        SAFETY,
        One,
        sql`UPDATE enterprises SET grid_id = ${GRID.north} WHERE id = ${enterpriseId(1)} AND town_code = ${CANAL_TOWN} RETURNING 1`,
      )
      expect(moved).toHaveLength(1)
      const Behind = z.object({ behind: z.coerce.number(), rows: z.coerce.number() })
      for (const table of [
        'risk_points',
        'hazard_sources',
        'assessments',
        'control_measures',
        'responsibilities',
        'hazards',
        'hazard_events',
      ]) {
        const row = await queryRow(
          tx,
          Behind,
          sql`
        SELECT count(*) AS rows, count(*) FILTER (WHERE grid_id <> ${GRID.north} OR office_id <> ${OFFICE.safety}) AS behind
        FROM ${sql.identifier(table)} WHERE enterprise_id = ${enterpriseId(1)}`,
        )
        expect(row?.rows, table).toBeGreaterThan(0)
        expect(row?.behind, table).toBe(0)
      }
      expect(
        await act(
          WEST,
          One,
          sql`SELECT 1 FROM risk_points WHERE enterprise_id = ${enterpriseId(1)}`,
        ),
      ).toEqual([])
    }))

  it('and goes with the enterprise', () =>
    onStage(database, async ({ tx }) => {
      await tx.execute(sql`DELETE FROM enterprises WHERE id = ${enterpriseId(1)}`)
      for (const table of [
        'risk_points',
        'hazard_sources',
        'assessments',
        'hazards',
        'hazard_events',
      ]) {
        expect(
          await queryRows(
            tx,
            One,
            sql`SELECT 1 FROM ${sql.identifier(table)} WHERE enterprise_id = ${enterpriseId(1)}`,
          ),
          table,
        ).toEqual([])
      }
    }))
})

describe('an index', () => {
  const Line = z.object({ 'QUERY PLAN': z.string() }).transform((row) => row['QUERY PLAN'])
  const plan = (scope: Scope, statement: SQL) =>
    onStage(database, async ({ tx, act }) => {
      await tx.execute(sql`SET LOCAL enable_seqscan = off`)
      await tx.execute(sql`SET LOCAL enable_sort = off`)
      const lines = await act(scope, Line, sql`EXPLAIN ${statement}`)
      return typeof lines === 'string' ? lines : lines.join('\n')
    })
  const near = sql`SELECT name FROM enterprises WHERE ST_DWithin(geom::geography, ST_SetSRID(ST_MakePoint(117.73, 34.56), 4326)::geography, 500)`

  it('of geography is used as if there were no policies by who reads everything', async () => {
    expect(await plan(SAFETY, near)).toContain('Index Scan using enterprises_geography_idx')
    expect(
      await plan(
        SAFETY,
        sql`SELECT 1 FROM hazards WHERE geom && ST_MakeEnvelope(117.7, 34.5, 117.8, 34.6, 4326)`,
      ),
    ).toMatch(/Index.* hazards_geom_idx/)
  })

  it('finds the rows of a grid and of an enterprise', async () => {
    expect(await plan(WEST, sql`SELECT 1 FROM hazards`)).toMatch(/Index.* hazards_grid_idx/)
    expect(await plan(FIRST, sql`SELECT 1 FROM assessments`)).toMatch(
      /Index.* assessments_.*(pk|idx)/,
    )
  })
})
