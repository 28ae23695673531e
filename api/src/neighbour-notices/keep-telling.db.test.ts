import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { queryRows } from '../db/rows.ts'
import { assessments } from '../db/schema/risks.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { enterpriseId, idOf, NOW } from '../db/test-fixture-places.ts'
import { assessment } from '../db/test-fixture-risks.ts'
import { keepTelling } from './keep-telling.ts'

let database: Database
const ending = new AbortController()
const failures: string[] = []
beforeAll(async () => {
  database = await plantedDatabase()
  keepTelling(
    database,
    () => NOW,
    (what, error) => failures.push(`${what}: ${error.message}`),
    ending.signal,
  )
})
afterAll(async () => {
  ending.abort()
  await new Promise((resolve) => setTimeout(resolve, 200))
  await database.close()
})

const drafts = () =>
  database.asOwner((tx) =>
    queryRows(
      tx,
      z.object({ point: z.string() }),
      sql`SELECT risk_point_id AS point FROM neighbour_notices WHERE status = 'draft'`,
    ),
  )

it('drafts soon after a change, without being asked', async () => {
  expect(await drafts()).toEqual([])
  await database.asOwner((tx) =>
    tx.insert(assessments).values({
      ...assessment(2, enterpriseId(1), 1, idOf('d', 77)),
      stage: 'residual',
      assessedOn: '2026-11-24',
    }),
  )
  await vi.waitFor(async () => expect(await drafts()).toEqual([{ point: idOf('b', 2) }]), {
    timeout: 20_000,
    interval: 300,
  })
  expect(failures).toEqual([])
})
