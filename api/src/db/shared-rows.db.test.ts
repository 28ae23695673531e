import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from './database.ts'
import type { Scope } from './scope.ts'
import {
  CHECK_VIOLATION,
  FOREIGN_KEY_VIOLATION,
  onStage,
  PERMISSION_DENIED,
} from './test-acting.ts'
import { plantedDatabase } from './test-database.ts'
import { enterpriseId, GRID, idOf, OFFICE } from './test-fixture-places.ts'
import { CASE, PREJUDGEMENT } from './test-fixture-prejudgements.ts'

/** Rows that may have no enterprise: read by everybody who works here, written by the office whose they are. */

const Id = z.object({ id: z.string() }).transform(({ id }) => id)
const { first, fifth, industry, city } = PREJUDGEMENT

interface Case {
  readonly who: string
  readonly scope: Scope
  readonly reads: readonly string[]
  readonly writes: readonly string[]
  /** Whether the library of cases is read, and written. */
  readonly library: readonly [reads: boolean, writes: boolean]
}

const CASES: readonly Case[] = [
  {
    who: 'a leader',
    scope: { audience: 'wide' },
    reads: [first, fifth, industry, city],
    writes: [],
    library: [true, false],
  },
  {
    who: 'the office of safety',
    scope: { audience: 'wide', officeId: OFFICE.safety },
    reads: [first, fifth, industry, city],
    writes: [first, industry],
    library: [true, true],
  },
  {
    who: 'the office of energy',
    scope: { audience: 'wide', officeId: OFFICE.energy },
    reads: [first, fifth, industry, city],
    writes: [fifth, city],
    library: [true, false],
  },
  {
    who: 'a grid',
    scope: { audience: 'grid', gridIds: [GRID.west] },
    reads: [first, industry, city],
    writes: [],
    library: [true, false],
  },
  {
    who: 'an enterprise',
    scope: { audience: 'enterprise', enterpriseId: enterpriseId(1) },
    reads: [first, industry, city],
    writes: [first],
    library: [true, false],
  },
  {
    who: 'another enterprise',
    scope: { audience: 'enterprise', enterpriseId: enterpriseId(2) },
    reads: [industry, city],
    writes: [],
    library: [true, false],
  },
  ...(['public', 'auditor', 'admin', 'identity'] as const).map((audience) => ({
    who: `the audience ${audience}`,
    scope: {
      audience,
      enterpriseId: enterpriseId(1),
      officeId: OFFICE.safety,
      gridIds: [GRID.west],
    },
    reads: [],
    writes: [],
    library: [false, false] as const,
  })),
]

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

/** Which rows a statement without WHERE reached; none where it is refused. */
const reached = (scope: Scope, statement: SQL) =>
  onStage(database, async ({ act }) => {
    const rows = await act(scope, Id, statement)
    if (typeof rows === 'string') expect(rows).toBe(PERMISSION_DENIED)
    return typeof rows === 'string' ? [] : rows.sort()
  })

describe.each(CASES)('$who', ({ scope, reads, writes, library: [readsLibrary, writesLibrary] }) => {
  it('reads and writes prejudgements that are theirs or everybody’s', async () => {
    expect(await reached(scope, sql`SELECT id FROM prejudgements`)).toEqual([...reads].sort())
    expect(await reached(scope, sql`UPDATE prejudgements SET title = 'x' RETURNING id`)).toEqual(
      [...writes].sort(),
    )
    expect(await reached(scope, sql`DELETE FROM prejudgements RETURNING id`)).toEqual(
      [...writes].sort(),
    )
  })

  it('reads the library, and writes it as the office that entered the case', async () => {
    expect(await reached(scope, sql`SELECT id FROM accident_cases`)).toEqual(
      readsLibrary ? [CASE] : [],
    )
    expect(await reached(scope, sql`UPDATE accident_cases SET title = 'x' RETURNING id`)).toEqual(
      writesLibrary ? [CASE] : [],
    )
    expect(await reached(scope, sql`DELETE FROM accident_cases RETURNING id`)).toEqual(
      writesLibrary ? [CASE] : [],
    )
  })
})

const add = (level: string, enterprise: number | null, trade: string | null = null) => sql`
  INSERT INTO prejudgements (id, level, enterprise_id, title, sources, industry, period_from, period_to, content, created_by_name)
  VALUES (${idOf('6', 99)}, ${level}, ${enterprise === null ? null : enterpriseId(enterprise)}, '新', '{season}', ${trade}, '2026-12-01', '2026-12-31', '内容', '某人')
  RETURNING office_id::text AS id`
const link = (enterprise: number, prejudgement: string, point: number) => sql`
  INSERT INTO prejudgement_risk_points (enterprise_id, prejudgement_id, risk_point_id)
  VALUES (${enterpriseId(enterprise)}, ${prejudgement}, ${idOf('b', point)}) RETURNING office_id::text AS id`
const FIRST: Scope = { audience: 'enterprise', enterpriseId: enterpriseId(1) }
const ENERGY: Scope = { audience: 'wide', officeId: OFFICE.energy }

describe('a new row', () => {
  it.each<[string, Scope, SQL, string | string[]]>([
    ['an enterprise its own', FIRST, add('enterprise', 1), [OFFICE.safety]],
    ['an enterprise none of the city', FIRST, add('city', null), PERMISSION_DENIED],
    ['an enterprise none of another', FIRST, add('enterprise', 2), PERMISSION_DENIED],
    [
      'an office one of the city, which is then the office’s',
      ENERGY,
      add('city', null),
      [OFFICE.energy],
    ],
    ['an office one of an industry', ENERGY, add('industry', null, '化工'), [OFFICE.energy]],
    ['nobody an industry’s without the industry', ENERGY, add('industry', null), CHECK_VIOLATION],
    [
      'nobody an enterprise’s without the enterprise',
      ENERGY,
      add('enterprise', null),
      CHECK_VIOLATION,
    ],
    ['a leader none', { audience: 'wide' }, add('city', null), PERMISSION_DENIED],
    [
      'a grid none',
      { audience: 'grid', gridIds: [GRID.west] },
      add('enterprise', 1),
      PERMISSION_DENIED,
    ],
    ['an enterprise its point to the city’s', FIRST, link(1, city, 2), [OFFICE.safety]],
    ['nobody a point to another enterprise’s', FIRST, link(1, fifth, 2), FOREIGN_KEY_VIOLATION],
    ['nobody another’s point', FIRST, link(1, city, 5), FOREIGN_KEY_VIOLATION],
    ['an enterprise nothing for another', FIRST, link(2, city, 6), PERMISSION_DENIED],
  ])('%s', (_what, scope, statement, outcome) =>
    onStage(database, async ({ act }) => {
      expect(await act(scope, Id, statement)).toEqual(outcome)
    }),
  )

  it('follows the enterprise to another grid', () =>
    onStage(database, async ({ tx, act }) => {
      await tx.execute(
        sql`UPDATE enterprises SET grid_id = ${GRID.north} WHERE id = ${enterpriseId(1)}`,
      )
      expect(
        await act(
          { audience: 'grid', gridIds: [GRID.west] },
          Id,
          sql`SELECT id FROM prejudgements WHERE enterprise_id IS NOT NULL`,
        ),
      ).toEqual([])
      expect(
        await act(
          { audience: 'grid', gridIds: [GRID.north] },
          Id,
          sql`SELECT id FROM prejudgements WHERE enterprise_id IS NOT NULL`,
        ),
      ).toEqual([first])
    }))
})
