import { sql, type SQL } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database, Tx } from './database.ts'
import { queryRows } from './rows.ts'
import { assessments } from './schema/risks.ts'
import { plantedDatabase } from './test-database.ts'
import { enterpriseId, idOf } from './test-fixture-places.ts'
import { assessment } from './test-fixture-risks.ts'

const Levels = z.tuple([
  z.int().nullable(),
  z.int().nullable(),
  z.int().nullable(),
  z.int().nullable(),
])

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

/** Levels of source 2, its point, that point's accident type, and enterprise 1, whose other point stays at level 1. */
async function levels(tx: Tx): Promise<z.output<typeof Levels>> {
  const [row] = await queryRows(
    tx,
    z.object({ levels: Levels }),
    sql`
    SELECT json_build_array(s.level, p.level, p.accident_type, e.risk_level) AS levels
    FROM hazard_sources s, risk_points p, enterprises e
    WHERE s.id = ${idOf('c', 2)} AND p.id = ${idOf('b', 2)} AND e.id = ${enterpriseId(1)}
  `,
  )
  return row?.levels ?? [null, null, null, null]
}

/** Runs statements and looks inside their transaction, which is then undone. */
async function afterwards(
  ...statements: Array<SQL | ((tx: Tx) => Promise<unknown>)>
): Promise<z.output<typeof Levels>> {
  let seen: z.output<typeof Levels> = [null, null, null, null]
  const undone = new Error('undone')
  await database
    .asOwner(async (tx) => {
      for (const statement of statements)
        await (typeof statement === 'function' ? statement(tx) : tx.execute(statement))
      seen = await levels(tx)
      throw undone
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error
    })
  return seen
}

const newAssessment =
  (level: 1 | 2 | 3 | 4, change: Partial<typeof assessments.$inferInsert> = {}) =>
  (tx: Tx) =>
    tx
      .insert(assessments)
      .values([{ ...assessment(2, enterpriseId(1), level, idOf('d', 900 + level)), ...change }])
const WITHOUT_FIRST = sql`DELETE FROM assessments WHERE id = ${idOf('d', 1)}`

describe('levels follow their assessments in the same transaction', () => {
  it('stand as planted', async () => {
    expect(await afterwards()).toEqual([3, 3, 5, 1])
  })

  it('rise with a later assessment and reach the enterprise', async () => {
    expect(await afterwards(WITHOUT_FIRST)).toEqual([3, 3, 5, 3])
    expect(await afterwards(WITHOUT_FIRST, newAssessment(2, { assessedOn: '2026-04-01' }))).toEqual(
      [2, 2, 5, 2],
    )
  })

  it('follow the latest inherent assessment, and a residual one before any inherent', async () => {
    expect(await afterwards(newAssessment(4, { assessedOn: '2026-04-01' }))).toEqual([4, 4, 5, 1])
    expect(await afterwards(newAssessment(4, { assessedOn: '2026-01-01' }))).toEqual([3, 3, 5, 1])
    expect(
      await afterwards(newAssessment(4, { assessedOn: '2020-01-01', stage: 'residual' })),
    ).toEqual([4, 4, 5, 1])
  })

  it('follow a corrected and a deleted assessment', async () => {
    expect(
      await afterwards(sql`UPDATE assessments SET level = 2 WHERE id = ${idOf('d', 2)}`),
    ).toEqual([2, 2, 5, 1])
    expect(await afterwards(sql`DELETE FROM assessments WHERE id = ${idOf('d', 2)}`)).toEqual([
      null,
      null,
      5,
      1,
    ])
    expect(await afterwards(sql`DELETE FROM assessments`)).toEqual([null, null, 5, null])
  })

  it('take the worst source of a point, and its accident type', async () => {
    const second = sql`
      INSERT INTO hazard_sources (enterprise_id, id, risk_point_id, description, factor, accident_type)
      VALUES (${enterpriseId(1)}, ${idOf('c', 50)}, ${idOf('b', 2)}, '另一危险源', 'human', 3)
    `
    const assessed = (level: 2 | 3 | 4) => newAssessment(level, { hazardSourceId: idOf('c', 50) })
    expect(await afterwards(second, assessed(2))).toEqual([3, 2, 3, 1])
    expect(await afterwards(second, assessed(4))).toEqual([3, 3, 5, 1])
    // On a tie the lower code.
    expect(await afterwards(second, assessed(3))).toEqual([3, 3, 3, 1])
    expect(
      await afterwards(
        second,
        assessed(2),
        sql`DELETE FROM hazard_sources WHERE id = ${idOf('c', 50)}`,
      ),
    ).toEqual([3, 3, 5, 1])
  })

  it('follow a deleted point', async () => {
    expect(
      await afterwards(
        sql`UPDATE hazards SET risk_point_id = NULL`,
        sql`DELETE FROM risk_points WHERE id = ${idOf('b', 1)}`,
      ),
    ).toEqual([3, 3, 5, 3])
  })

  it('are as before when the transaction is rolled back', async () => {
    await afterwards(sql`DELETE FROM assessments`)
    expect(await database.asOwner(levels)).toEqual([3, 3, 5, 1])
  })
})
