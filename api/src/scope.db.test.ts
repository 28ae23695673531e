import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tableFromIPC } from 'apache-arrow'
import { z } from 'zod'
import type { Scope } from './db/scope.ts'
import { enterpriseId, GRID, idOf } from './db/test-fixture-places.ts'
import { createApp } from './app.ts'
import { testApp } from './test-app.ts'
import { testDeps } from './test-deps.ts'

const Ids = z.object({
  items: z.array(z.object({ id: z.string(), enterpriseId: z.string().optional() })),
})
const Totals = z.object({
  enterprises: z.object({ total: z.int() }),
  riskPoints: z.object({ total: z.int() }),
  hazards: z.object({ total: z.int() }),
})

const NORTH: Scope = { audience: 'grid', gridIds: [GRID.north] }
const PLANT: Scope = { audience: 'enterprise', enterpriseId: enterpriseId(5) }
const NOBODY: Scope = { audience: 'grid' }

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

describe('a reader with a narrower scope', () => {
  it.each([
    ['a grid', NORTH, [3, 4], 1, [2, 2, 1]],
    ['an enterprise', PLANT, [5], 1, [1, 2, 1]],
    ['a grid member without grids', NOBODY, [], 0, [0, 0, 0]],
  ])(
    'sees only its rows in lists and figures: %s',
    async (_who, scope, numbers, hazards, totals) => {
      const seen = await app.read('/api/enterprises?limit=200', Ids, scope)
      expect(seen.items.map((item) => item.id)).toEqual(numbers.map(enterpriseId))
      expect((await app.read('/api/hazards?limit=200', Ids, scope)).items).toHaveLength(hazards)
      const {
        enterprises,
        riskPoints,
        hazards: found,
      } = await app.read('/api/summary', Totals, scope)
      expect([enterprises.total, riskPoints.total, found.total]).toEqual(totals)
    },
  )

  it('sees only its rows on the map', async () => {
    for (const [scope, rows] of [
      [NORTH, 2],
      [PLANT, 2],
      [NOBODY, 0],
    ] as const) {
      const response = await app.get('/api/map/risk-points.arrow', { scope })
      expect(tableFromIPC(new Uint8Array(await response.arrayBuffer())).numRows).toBe(rows)
    }
  })

  it.each([
    `/api/enterprises/${enterpriseId(1)}`,
    `/api/enterprises/${enterpriseId(1)}/risk-points`,
    `/api/enterprises/${enterpriseId(1)}/neighbours`,
    `/api/enterprises/${enterpriseId(1)}/hazards/${idOf('9', 1)}`,
  ])('finds nothing where another would: %s', async (path) => {
    for (const scope of [NORTH, PLANT]) expect((await app.get(path, { scope })).status).toBe(404)
    expect((await app.get(path)).status).toBe(200)
  })

  it('has no neighbours outside its scope', async () => {
    const near = await app.read(
      `/api/enterprises/${enterpriseId(3)}/neighbours?radius=5000`,
      Ids,
      NORTH,
    )
    expect(near.items.map((item) => item.id)).toEqual([enterpriseId(4)])
  })

  it('reads nothing as an audience without rights, and the reason stays on the server', async () => {
    const deps = testDeps(app.database)
    const mistaken = createApp(deps, () => ({
      role: 'leader',
      scope: { audience: 'public' },
      barrier: null,
      sessionId: null,
    }))
    const response = await mistaken.request('/api/enterprises')
    expect(response.status).toBe(500)
    expect(await response.text()).not.toMatch(/permission|enterprises WHERE|select/i)
    expect(deps.failures).toHaveLength(1)
  })
})
