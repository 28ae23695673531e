import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from '../app.ts'
import type { Database } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { sql } from '../db/sql.ts'
import { plantedDatabase } from '../db/test-database.ts'
import { enterpriseId, GRID, idOf } from '../db/test-fixture-places.ts'
import type { Reader } from '../http/scope.ts'
import { testDeps } from '../test-deps.ts'
import { bodyOf, problemOf, visit } from '../test-visitor.ts'
import { Concern } from './schema.ts'

const CODE = 'BCDFGHJK'
const CONCERN = idOf('e', 70)
const Filed = z.object({ items: z.array(Concern) })

let database: Database
let grid: string
let reader: Reader
let api: ReturnType<typeof visit>

const member = (gridIds: readonly string[]): Reader => {
  const id = idOf('c', 95)
  return {
    role: 'grid',
    barrier: null,
    sessionId: null,
    scope: {
      audience: 'grid',
      gridIds: [...gridIds],
      userId: id,
      actor: { id, name: '网格员乙', role: 'grid' },
    },
  }
}

beforeAll(async () => {
  database = await plantedDatabase()
  grid = await database.asOwner(async (tx) => {
    await tx.execute(
      sql`INSERT INTO disclosure_codes (enterprise_id, code) VALUES (${enterpriseId(1)}, ${CODE})`,
    )
    await tx.execute(
      sql`SELECT file_concern(${CONCERN}::uuid, 'AAAA-BBBB-CCCC', '仓库门口堆放油桶', '厂区北门', NULL, NULL, ${CODE}, NULL, NULL, ${'2026-11-20T02:00:00Z'}::timestamptz)`,
    )
    await tx.execute(
      sql`SELECT file_concern(${idOf('e', 71)}::uuid, 'AAAA-BBBB-DDDD', '不知在哪里', '某处', NULL, NULL, NULL, NULL, NULL, ${'2026-11-20T03:00:00Z'}::timestamptz)`,
    )
    const found = await queryRow(
      tx,
      z.object({ grid: z.uuid() }),
      sql`SELECT grid_id AS grid FROM enterprises WHERE id = ${enterpriseId(1)}`,
    )
    return found?.grid ?? ''
  })
  reader = member([grid])
  api = visit(createApp(testDeps(database), () => reader))
})
afterAll(() => database.close())

it('reaches the grid of the site it names, though nobody marked a place', async () => {
  const { items } = await bodyOf(await api.get('/api/concerns'), Filed)
  expect(items).toMatchObject([{ id: CONCERN, gridId: grid, location: null, status: 'received' }])
  reader = member(Object.values(GRID).filter((id) => id !== grid))
  expect((await bodyOf(await api.get('/api/concerns'), Filed)).items).toEqual([])
  reader = member([grid])
})

it('becomes a hazard without a photograph, which any other report would need', async () => {
  const report = {
    id: CONCERN,
    enterpriseId: enterpriseId(1),
    description: '仓库门口堆放油桶',
    locationText: '厂区北门',
    location: { type: 'Point', coordinates: [117.73, 34.56] },
  }
  expect(
    await problemOf(await api.post('/api/hazards', { ...report, origin: 'grid-patrol' }), 422),
  ).toBe('hazard-guard')
  for (const status of [201, 200])
    expect((await api.post('/api/hazards', { ...report, origin: 'public-report' })).status).toBe(
      status,
    )
  const accepted = await bodyOf(
    await api.post(`/api/concerns/${CONCERN}/acts`, {
      act: 'accept',
      enterpriseId: enterpriseId(1),
      hazardId: CONCERN,
    }),
    Concern,
  )
  expect(accepted).toMatchObject({
    status: 'accepted',
    moderatedByName: '网格员乙',
    hazard: { enterpriseId: enterpriseId(1), id: CONCERN },
  })
  expect(
    await problemOf(
      await api.post(`/api/concerns/${CONCERN}/acts`, { act: 'decline', reply: '重复反映' }),
      409,
    ),
  ).toBe('concern-settled')
})
