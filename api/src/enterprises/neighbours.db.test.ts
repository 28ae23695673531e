import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ENTERPRISES, enterpriseId, pointAt } from '../db/test-fixture-places.ts'
import { testApp } from '../test-app.ts'
import { Neighbour } from './schema.ts'
import { geodesicDistance } from './test-geodesic.ts'

const Answer = z.strictObject({
  items: z.array(Neighbour.strict()),
  nextCursor: z.null(),
  radius: z.int(),
})

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

describe('GET /api/enterprises/{id}/neighbours', () => {
  it('lists those within 500 m by default, nearest first, without the enterprise itself', async () => {
    const { items, radius } = await app.read(
      `/api/enterprises/${enterpriseId(1)}/neighbours`,
      Answer,
    )
    expect(radius).toBe(500)
    expect(items.map((item) => item.id)).toEqual([enterpriseId(2), enterpriseId(3)])
  })

  it('measures along the ellipsoid', async () => {
    const { items } = await app.read(
      `/api/enterprises/${enterpriseId(1)}/neighbours?radius=5000`,
      Answer,
    )
    expect(items).toHaveLength(3)
    for (const item of items) {
      const sketch = ENTERPRISES[Number(item.id.slice(-2)) - 1]
      const expected = geodesicDistance(
        pointAt(0, 0).coordinates,
        pointAt(...(sketch?.at ?? [0, 0])).coordinates,
      )
      expect(item.distance).toBeCloseTo(expected, 1)
    }
  })

  it('draws the line at the radius', async () => {
    const {
      items: [nearest],
    } = await app.read(`/api/enterprises/${enterpriseId(1)}/neighbours?radius=400`, Answer)
    const metres = nearest?.distance ?? 0
    const within = await app.read(
      `/api/enterprises/${enterpriseId(1)}/neighbours?radius=${Math.ceil(metres)}`,
      Answer,
    )
    const beyond = await app.read(
      `/api/enterprises/${enterpriseId(1)}/neighbours?radius=${Math.floor(metres)}`,
      Answer,
    )
    expect([within.items.length, beyond.items.length]).toEqual([1, 0])
  })

  it('is empty where nobody is near, 404 for an unknown enterprise', async () => {
    expect(
      (await app.read(`/api/enterprises/${enterpriseId(4)}/neighbours?radius=1`, Answer)).items,
    ).toEqual([])
    await app.refusal(`/api/enterprises/${enterpriseId(99)}/neighbours`, 404)
  })

  it.each(['radius=0', 'radius=5001', 'radius=-1', 'radius=half', 'limit=5'])(
    'refuses ?%s and names it',
    async (query) => {
      expect(
        await app.wrongFields(`/api/enterprises/${enterpriseId(1)}/neighbours?${query}`),
      ).toEqual([query.split('=')[0]])
    },
  )
})
