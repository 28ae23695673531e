import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { plantAccounts, userIdOf } from '../db/test-fixture-accounts.ts'
import { GRID } from '../db/test-fixture-places.ts'
import { tellOfPatrols } from './patrols.ts'

/** By then every object of the fixture has been there long enough to be visited. */
const FIRST = new Date('2027-01-05T01:00:00Z')

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
})
afterAll(() => database.close())

const Told = z.object({ userId: z.uuid(), gridId: z.uuid(), count: z.string() })
const told = () =>
  database.asOwner((tx) =>
    queryRows(
      tx,
      Told,
      sql`SELECT user_id AS "userId", subject_id AS "gridId", params ->> 'count' AS count FROM messages WHERE kind = 'patrol-due' ORDER BY sent_at, 1, 2`,
    ),
  )

it('tells whoever patrols a grid what waits there, once for a round', async () => {
  const counts = await Promise.all([1, 2].map(() => tellOfPatrols(database, FIRST)))
  const first = await told()
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(first.length)
  expect(first).toContainEqual(
    expect.objectContaining({ userId: userIdOf('grid01'), gridId: GRID.north }),
  )
  // An appointment that has ended is told nothing.
  expect(first.map(({ userId }) => userId)).not.toContain(userIdOf('former'))
  expect(await tellOfPatrols(database, FIRST)).toBe(0)
})

it('says it again when the next round begins', async () => {
  const before = await told()
  expect(await tellOfPatrols(database, new Date('2027-05-05T01:00:00Z'))).toBeGreaterThan(0)
  expect((await told()).length).toBeGreaterThan(before.length)
})
