import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { plantAccounts } from '../db/test-fixture-accounts.ts'
import { HAZARDS } from '../db/test-fixture-hazards.ts'
import { enterpriseId, idOf } from '../db/test-fixture-places.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit, type Visitor } from '../test-visitor.ts'

const Results = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      hazard: z.object({ status: z.string() }).nullable(),
      problem: z.object({ type: z.string(), status: z.int(), detail: z.string() }).nullable(),
    }),
  ),
})

let database: Database
let bureau: Visitor
beforeAll(async () => {
  database = await plantedDatabase()
  await database.asOwner(plantAccounts)
  bureau = visit(createApp(testDeps(database)))
  expect((await bureau.signIn('bureau')).status).toBe(200)
})
afterAll(() => database.close())

/** Ids of enterprise 1's hazards in a status. */
const inStatus = (status: string) =>
  HAZARDS.flatMap((hazard, index) =>
    hazard.enterprise === 1 && hazard.status === status
      ? [{ enterpriseId: enterpriseId(1), id: idOf('9', index + 1) }]
      : [],
  )

describe('POST /api/hazards/batch', () => {
  it('does what can be done and refuses the rest, each on its own', async () => {
    const reported = inStatus('reported').slice(1)
    const [closed] = inStatus('closed')
    const foreign = { enterpriseId: enterpriseId(5), id: idOf('9', HAZARDS.length) }
    const events = [
      ...reported.map((which) => ({ ...which, type: 'register', duplicatesChecked: true })),
      { ...closed, type: 'register', duplicatesChecked: true },
      { ...foreign, type: 'list-supervision' },
      { ...reported[0], type: 'register', duplicatesChecked: true, id: idOf('9', 999) },
    ]
    const { results } = await bodyOf(await bureau.post('/api/hazards/batch', { events }), Results)
    expect(results.map(({ id }) => id)).toEqual(events.map(({ id }) => id))
    expect(results.slice(0, reported.length).map(({ hazard }) => hazard?.status)).toEqual(
      reported.map(() => 'registered'),
    )
    expect(
      results
        .slice(reported.length)
        .map(({ hazard, problem }) => [hazard, problem?.type.split(':').at(-1), problem?.status]),
    ).toEqual([
      [null, 'hazard-state', 409],
      [null, 'other-office', 403],
      [null, 'hazard-not-found', 404],
    ])
  })

  it('takes one to a hundred', async () => {
    expect(await problemOf(await bureau.post('/api/hazards/batch', { events: [] }), 400)).toBe(
      'bad-request',
    )
    const one = { ...inStatus('graded')[0], type: 'close' }
    expect(
      await problemOf(
        await bureau.post('/api/hazards/batch', { events: Array.from({ length: 101 }, () => one) }),
        400,
      ),
    ).toBe('bad-request')
  })
})
