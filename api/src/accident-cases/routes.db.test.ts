import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Scope } from '../db/scope.ts'
import { enterpriseId, OFFICE } from '../db/test-fixture-places.ts'
import { CASE } from '../db/test-fixture-prejudgements.ts'
import { testApp } from '../test-app.ts'
import { AccidentCase } from './schema.ts'

const LIST = '/api/accident-cases'
const SAFETY: Scope = { audience: 'wide', officeId: OFFICE.safety }
const ENERGY: Scope = { audience: 'wide', officeId: OFFICE.energy }
const FIRST: Scope = { audience: 'enterprise', enterpriseId: enterpriseId(1) }
const Page = z.object({ items: z.array(AccidentCase.strict()), nextCursor: z.string().nullable() })
const NEW = {
  title: '某厂粉尘爆炸',
  occurredOn: '2014-08-02',
  place: '某市',
  accidentType: 18,
  deaths: 3,
  summary: '除尘系统积尘',
  lessons: '每班清扫',
  source: '通报',
}

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

const send = (method: string, path: string, body: unknown, scope: Scope) =>
  app.get(path, {
    method,
    scope,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  })

describe('the library of accident cases', () => {
  it('is read by everybody who works here', async () => {
    for (const scope of [SAFETY, FIRST, { audience: 'grid', gridIds: [] } as const]) {
      expect(
        (await app.read(LIST, Page, scope)).items.map(({ id, deaths, injuries }) => [
          id,
          deaths,
          injuries,
        ]),
      ).toEqual([[CASE, 1, null]])
    }
    expect((await app.read(`${LIST}?accidentType=8`, Page)).items).toEqual([])
    expect((await app.read(`${LIST}?q=仓库`, Page)).items).toHaveLength(1)
    expect((await app.read(`${LIST}/${CASE}`, AccidentCase, ENERGY)).mine).toBe(false)
    expect((await send('GET', LIST, undefined, { audience: 'admin' })).status).toBe(403)
  })

  it('is kept by offices, each its own entries', async () => {
    const added = await send('POST', LIST, NEW, SAFETY)
    expect(added.status).toBe(201)
    const { id, injuries, mine, isDemo } = AccidentCase.parse(await added.json())
    expect([injuries, mine, isDemo]).toEqual([null, true, false])
    const changed = AccidentCase.parse(
      await (
        await send(
          'PATCH',
          `${LIST}/${id}`,
          { version: 1, injuries: 5, industry: '金属制品' },
          SAFETY,
        )
      ).json(),
    )
    expect([changed.version, changed.injuries, changed.industry, changed.deaths]).toEqual([
      2,
      5,
      '金属制品',
      3,
    ])
    const late = await send('PATCH', `${LIST}/${id}`, { version: 1, injuries: 6 }, SAFETY)
    expect([late.status, await late.json()]).toMatchObject([409, { current: { injuries: 5 } }])
    expect((await send('PATCH', `${LIST}/${id}`, { version: 2, injuries: 6 }, ENERGY)).status).toBe(
      403,
    )
    expect((await send('DELETE', `${LIST}/${id}?version=2`, undefined, ENERGY)).status).toBe(403)
    expect((await send('POST', LIST, NEW, FIRST)).status).toBe(403)
    expect((await send('POST', LIST, NEW, { audience: 'wide' })).status).toBe(403)
    expect((await send('DELETE', `${LIST}/${id}?version=2`, undefined, SAFETY)).status).toBe(204)
    expect((await send('GET', `${LIST}/${id}`, undefined, SAFETY)).status).toBe(404)
  })

  it.each<[string, Record<string, unknown>, number, string]>([
    ['of tomorrow', { occurredOn: '2026-11-25' }, 422, 'occurredOn'],
    ['of minus one', { deaths: -1 }, 400, 'deaths'],
    ['of no type', { accidentType: 21 }, 400, 'accidentType'],
    ['without lessons', { lessons: '' }, 400, 'lessons'],
  ])('takes no accident %s', async (_what, change, status, field) => {
    const response = await send('POST', LIST, { ...NEW, ...change }, SAFETY)
    expect([response.status, await response.text()]).toEqual([
      status,
      expect.stringContaining(`"field":"${field}"`),
    ])
    expect(app.failures).toEqual([])
  })
})
