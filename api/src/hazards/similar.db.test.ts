import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { enterpriseId, idOf, pointAt } from '../db/test-fixture-places.ts'
import { testApp } from '../test-app.ts'
import { SimilarHazard } from './schema.ts'

const Found = z.strictObject({ items: z.array(SimilarHazard.strict()), nextCursor: z.null() })

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

const ask = (query: string) =>
  app.read(`/api/hazards/similar?enterpriseId=${enterpriseId(1)}${query}`, Found)

it('finds by text, leaving out void ones, other enterprises’ and the one at hand', async () => {
  const { items } = await ask(`&text=${encodeURIComponent('隐患12')}`)
  expect(items[0]).toMatchObject({ description: '隐患12', similarity: 1, distance: null })
  expect(
    items.every((item) => item.enterpriseId === enterpriseId(1) && item.status !== 'void'),
  ).toBe(true)
  expect(items.length).toBeLessThanOrEqual(8)
  const without = await ask(`&text=${encodeURIComponent('隐患12')}&excludeId=${idOf('9', 12)}`)
  expect(without.items.map(({ id }) => id)).not.toContain(idOf('9', 12))
})

it('finds by place alone within twenty metres, nearest first', async () => {
  const [lon, lat] = pointAt(0, -3).coordinates
  const { items } = await ask(`&location=${lon},${lat}`)
  expect(items[0]?.distance).toBeLessThan(1)
  expect(items.map(({ distance }) => distance)).toEqual(
    items.map(({ distance }) => distance).sort((a, b) => (a ?? 0) - (b ?? 0)),
  )
  expect(items.every(({ distance }) => distance !== null && distance <= 20)).toBe(true)
})

it.each(['&location=1', '&location=200,1', '&excludeId=x'])('refuses %s', async (query) => {
  expect(
    await app.wrongFields(`/api/hazards/similar?enterpriseId=${enterpriseId(1)}${query}`),
  ).toEqual([query.slice(1).split('=')[0]])
})

it('names who can be made responsible, without anything else of them', async () => {
  const People = z.strictObject({
    items: z.array(
      z.strictObject({
        id: z.uuid().nullable(),
        name: z.string(),
        position: z.string().nullable(),
        department: z.string().nullable(),
      }),
    ),
    nextCursor: z.null(),
  })
  const { items } = await app.read(`/api/enterprises/${enterpriseId(1)}/people`, People)
  expect(items).toEqual([
    { id: null, name: '王五', position: null, department: '锅炉班' },
    { id: null, name: '赵六', position: null, department: '动力车间' },
    { id: null, name: '钱七', position: null, department: '甲班' },
  ])
  await app.refusal(`/api/enterprises/${idOf('e', 99)}/people`, 404)
})
