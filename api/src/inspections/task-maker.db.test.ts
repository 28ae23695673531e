import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { queryRow, queryRows } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { enterpriseId } from '../db/test-fixture-places.ts'
import { createTaskMaker, makeTasks, plansOf } from './task-maker.ts'

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

const count = () =>
  database.asOwner((tx) =>
    queryRow(
      tx,
      z.object({ n: z.int(), windows: z.int() }),
      sql`
  SELECT count(*)::int AS n, count(DISTINCT (enterprise_id, plan_id, opens_on))::int AS windows FROM inspection_tasks`,
    ),
  )
const maker = (day: string) =>
  createTaskMaker({
    database,
    now: () => new Date(`${day}T02:00:00Z`),
    log: (_, error) => {
      throw error
    },
  })

it('makes what is missing for the whole district, and nothing twice', async () => {
  await Promise.all([
    maker('2026-12-08').seeTo(),
    maker('2026-12-08').seeTo(),
    maker('2026-12-08').seeTo(),
  ])
  expect(await count()).toEqual({ n: 12, windows: 12 })
  await maker('2026-12-08').seeTo()
  expect(await count()).toEqual({ n: 12, windows: 12 })
})

it('tells whoever is to do them, once', async () => {
  const Told = z.object({ enterpriseId: z.uuid(), recipient: z.string(), count: z.string() })
  const told = () =>
    database.asOwner((tx) =>
      queryRows(
        tx,
        Told,
        sql`SELECT enterprise_id AS "enterpriseId", recipient, params ->> 'count' AS count FROM messages
            WHERE kind = 'inspection-due' AND subject = 'inspection-task' ORDER BY 1, 2`,
      ),
    )
  const before = await told()
  expect(before.length).toBeGreaterThan(0)
  expect(before.every(({ recipient }) => ['enterprise', 'user'].includes(recipient))).toBe(true)
  await maker('2026-12-08').seeTo()
  expect(await told()).toEqual(before)
})

it('asks the database once a day', async () => {
  const one = maker('2026-12-14')
  await one.seeTo()
  const made = await count()
  await database.asOwner((tx) =>
    tx.execute(
      sql`DELETE FROM inspection_tasks WHERE opens_on = '2026-12-14' AND enterprise_id = ${enterpriseId(1)}`,
    ),
  )
  await one.seeTo()
  expect((await count())?.n).toBe((made?.n ?? 0) - 1)
  await maker('2026-12-14').seeTo()
  expect(await count()).toEqual(made)
})

it.runIf(inject('testDatabase').kind === 'postgis')(
  'makes each task once when two transactions make it at the same time',
  async () => {
    const scope = { audience: 'enterprise', enterpriseId: enterpriseId(1) } as const
    let arrived = 0
    let open: () => void = () => undefined
    const together = new Promise<void>((resolve) => {
      open = resolve
    })
    const one = () =>
      database.scoped(scope, async (tx) => {
        // Both read what is there before either writes.
        await tx.execute(sql`SELECT count(*) FROM inspection_tasks`)
        arrived += 1
        if (arrived === 2) open()
        await together
        return makeTasks(tx, plansOf(enterpriseId(1)), new Date('2027-01-20T02:00:00Z'))
      })
    const [a, b] = await Promise.all([one(), one()])
    expect(a + b).toBe(5)
    expect((await count())?.n).toBe((await count())?.windows)
  },
)
