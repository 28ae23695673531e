import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { onStage, PERMISSION_DENIED } from '../db/test-acting.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { inspectionOf } from '../db/test-fixture-inspections.ts'
import { enterpriseId, GRID, OFFICE } from '../db/test-fixture-places.ts'

const TABLES = [
  'inspection_standards',
  'check_items',
  'inspection_plans',
  'inspection_tasks',
  'inspection_findings',
  'inspection_finding_evidence',
] as const
const Owner = z.object({ owner: z.string() }).transform(({ owner }) => owner)
const READERS: readonly [string, Scope, readonly number[]][] = [
  ['a leader', { audience: 'wide' }, [1, 2, 3, 5]],
  ['a grid', { audience: 'grid', gridIds: [GRID.west] }, [1, 2]],
  ['an enterprise', { audience: 'enterprise', enterpriseId: enterpriseId(1) }, [1]],
  [
    'an enterprise without a checklist',
    { audience: 'enterprise', enterpriseId: enterpriseId(6) },
    [],
  ],
]

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

describe.each(TABLES)('%s', (table) => {
  it.each(READERS)('shows %s its rows only', (_who, scope, seen) =>
    onStage(database, async ({ act }) => {
      const owners = await act(
        scope,
        Owner,
        sql`SELECT DISTINCT enterprise_id::text AS owner FROM ${sql.identifier(table)} ORDER BY 1`,
      )
      expect(owners).toEqual(seen.map(enterpriseId))
    }),
  )

  it.each([
    ['grid', { audience: 'grid', gridIds: [GRID.west] }],
    ['office', { audience: 'wide', officeId: OFFICE.safety }],
    ['public', { audience: 'public' }],
  ] as const)('is not changed by a %s', (_who, scope) =>
    onStage(database, async ({ act }) => {
      expect(
        await act(
          scope,
          Owner,
          sql`UPDATE ${sql.identifier(table)} SET enterprise_id = enterprise_id RETURNING enterprise_id::text AS owner`,
        ),
      ).toBe(PERMISSION_DENIED)
      expect(
        await act(
          scope,
          Owner,
          sql`DELETE FROM ${sql.identifier(table)} RETURNING enterprise_id::text AS owner`,
        ),
      ).toBe(PERMISSION_DENIED)
    }),
  )
})

it('an office makes tasks for its own enterprises and no others', () =>
  onStage(database, async ({ act }) => {
    const make = (number: number) => sql`
    INSERT INTO inspection_tasks (enterprise_id, plan_id, standard_id, name, kind, opens_on, due_on)
    VALUES (${enterpriseId(number)}, ${inspectionOf(number).plan}, ${inspectionOf(number).standard}, '周检', 'daily', '2027-01-01', '2027-01-02') RETURNING enterprise_id::text AS owner`
    const office: Scope = { audience: 'wide', officeId: OFFICE.safety }
    expect(await act(office, Owner, make(1))).toEqual([enterpriseId(1)])
    expect(await act(office, Owner, make(5))).toBe(PERMISSION_DENIED)
    expect(await act({ audience: 'wide' }, Owner, make(2))).toBe(PERMISSION_DENIED)
    expect(
      await act({ audience: 'enterprise', enterpriseId: enterpriseId(1) }, Owner, make(2)),
    ).toBe(PERMISSION_DENIED)
  }))
