import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Scope } from '../db/scope.ts'
import { enterpriseId, GRID, idOf, OFFICE } from '../db/test-fixture-places.ts'
import { CASE, PREJUDGEMENT } from '../db/test-fixture-prejudgements.ts'
import { testApp } from '../test-app.ts'
import { Prejudgement } from './schema.ts'

const FIRST: Scope = {
  audience: 'enterprise',
  enterpriseId: enterpriseId(1),
  actor: { id: idOf('0', 7), name: '周安全', role: 'enterprise' },
}
const SECOND: Scope = { ...FIRST, enterpriseId: enterpriseId(2) }
const SAFETY: Scope = {
  audience: 'wide',
  officeId: OFFICE.safety,
  actor: { id: idOf('0', 9), name: '郑科员', role: 'bureau' },
}
const WEST: Scope = { audience: 'grid', gridIds: [GRID.west] }
const LIST = '/api/prejudgements'
const Page = z.object({ items: z.array(Prejudgement.strict()), nextCursor: z.string().nullable() })
const Refusal = z.looseObject({ errors: z.array(z.object({ field: z.string() })).default([]) })

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
async function refused(
  method: string,
  path: string,
  body: unknown,
  scope: Scope,
): Promise<[number, string[]]> {
  const response = await send(method, path, body, scope)
  return [response.status, Refusal.parse(await response.json()).errors.map(({ field }) => field)]
}
async function written(method: string, path: string, body: unknown, scope: Scope) {
  const response = await send(method, path, body, scope)
  expect(response.ok, await response.clone().text()).toBe(true)
  return Prejudgement.strict().parse(await response.json())
}
const titles = async (query: string, scope?: Scope) =>
  (await app.read(`${LIST}${query}`, Page, scope)).items.map(({ title }) => title)

const SAID = {
  title: '汛期预判',
  sources: ['season', 'own-accident'],
  periodFrom: '2026-06-01',
  periodTo: '2026-08-31',
  content: '低洼处进水',
} as const

describe('prejudgements', () => {
  it('are read by whom they are for, the latest period first', async () => {
    expect(await titles('')).toEqual(['城市预判', '化工行业预判', '焚烧厂冬季预判', '冬季预判'])
    expect(await titles('', WEST)).toEqual(['城市预判', '化工行业预判', '冬季预判'])
    expect(await titles('', SECOND)).toEqual(['城市预判', '化工行业预判'])
    expect(await titles('?level=city,industry&on=2026-11-15')).toEqual(['化工行业预判'])
    expect(await titles(`?enterpriseId=${enterpriseId(1)}`)).toEqual(['冬季预判'])
    expect(await titles('?q=焚烧')).toEqual(['焚烧厂冬季预判'])
    expect(await titles('?source=own-accident')).toEqual([])
    const first = await app.read(`${LIST}?limit=3`, Page)
    expect(
      (await app.read(`${LIST}?limit=3&cursor=${first.nextCursor}`, Page)).items.map(
        ({ title }) => title,
      ),
    ).toEqual(['冬季预判'])
    expect(await app.wrongFields(`${LIST}?level=x`)).toEqual(['level'])
  })

  it('name cases and the risk points that the reader may see', async () => {
    const own = await app.read(`${LIST}/${PREJUDGEMENT.first}`, Prejudgement, FIRST)
    expect(own).toMatchObject({
      mine: true,
      cases: [{ id: CASE }],
      riskPoints: [{ id: idOf('b', 1), level: 1 }],
      accidentTypes: [19],
    })
    expect((await app.read(`${LIST}/${PREJUDGEMENT.city}`, Prejudgement)).riskPoints).toHaveLength(
      2,
    )
    expect(
      (await app.read(`${LIST}/${PREJUDGEMENT.city}`, Prejudgement, SECOND)).riskPoints.map(
        ({ id }) => id,
      ),
    ).toEqual([idOf('b', 5)])
    expect((await send('GET', `${LIST}/${PREJUDGEMENT.first}`, undefined, SECOND)).status).toBe(404)
  })

  it('of an enterprise are its own to write, once', async () => {
    const sent = { ...SAID, id: idOf('7', 1), level: 'enterprise', riskPointIds: [idOf('b', 2)] }
    expect(await written('POST', LIST, sent, FIRST)).toMatchObject({
      level: 'enterprise',
      createdByName: '周安全',
      enterpriseId: enterpriseId(1),
      riskPoints: [{ id: idOf('b', 2) }],
      version: 1,
    })
    expect((await send('POST', LIST, sent, FIRST)).status).toBe(200)
    const path = `${LIST}/${sent.id}`
    expect(
      await written(
        'PATCH',
        path,
        { version: 1, periodTo: '2026-09-15', sources: ['season'] },
        FIRST,
      ),
    ).toMatchObject({ version: 2, periodTo: '2026-09-15', sources: ['season'] })
    expect(await refused('PATCH', path, { version: 1, title: '晚了' }, FIRST)).toEqual([
      409,
      ['version'],
    ])
    expect(await refused('PATCH', path, { version: 2, title: 'x' }, SAFETY)).toEqual([403, []])
    expect(
      await written(
        'PUT',
        `${path}/risk-points`,
        { riskPointIds: [idOf('b', 1), idOf('b', 3)] },
        FIRST,
      ),
    ).toMatchObject({ riskPoints: [{ id: idOf('b', 1) }, { id: idOf('b', 3) }] })
    expect(
      await refused('PUT', `${path}/risk-points`, { riskPointIds: [idOf('b', 5)] }, FIRST),
    ).toEqual([422, ['riskPointIds']])
    expect(await refused('DELETE', `${path}?version=1`, undefined, FIRST)).toEqual([
      409,
      ['version'],
    ])
    expect((await send('DELETE', `${path}?version=2`, undefined, FIRST)).status).toBe(204)
  })

  it('of an industry and the city are the office’s', async () => {
    const industry = await written(
      'POST',
      LIST,
      { ...SAID, level: 'industry', industry: '造纸' },
      SAFETY,
    )
    expect(industry).toMatchObject({
      level: 'industry',
      officeName: '安全生产科',
      mine: true,
      enterpriseId: null,
    })
    expect(
      await refused('PATCH', `${LIST}/${PREJUDGEMENT.city}`, { version: 1, title: 'x' }, SAFETY),
    ).toEqual([403, []])
    expect(await refused('POST', LIST, { ...SAID, level: 'city' }, FIRST)).toEqual([403, []])
    expect(
      await refused(
        'POST',
        LIST,
        { ...SAID, level: 'enterprise', enterpriseId: enterpriseId(1) },
        SAFETY,
      ),
    ).toEqual([403, []])
    // Anybody's point may have come of it.
    expect(
      await written(
        'PUT',
        `${LIST}/${industry.id}/risk-points`,
        { riskPointIds: [idOf('b', 5)] },
        SECOND,
      ),
    ).toMatchObject({ riskPoints: [{ id: idOf('b', 5) }] })
    expect(
      (
        await send(
          'PUT',
          `${LIST}/${industry.id}/risk-points`,
          { riskPointIds: [idOf('b', 5)] },
          WEST,
        )
      ).status,
    ).toBe(403)
  })

  it.each<[string, Record<string, unknown>, number, string[]]>([
    ['no source', { sources: [] }, 400, ['sources']],
    ['a source twice', { sources: ['season', 'season'] }, 400, ['sources']],
    ['a period that ends before it begins', { periodTo: '2026-05-01' }, 422, ['periodTo']],
    ['no title', { title: ' ' }, 400, ['title']],
    ['an industry', { industry: '化工' }, 400, ['industry']],
    ['another enterprise’s points', { riskPointIds: [idOf('b', 5)] }, 422, ['riskPointIds']],
    ['another enterprise', { enterpriseId: enterpriseId(2) }, 404, []],
  ])('with %s are refused by field', async (_what, change, status, fields) => {
    expect(await refused('POST', LIST, { ...SAID, level: 'enterprise', ...change }, FIRST)).toEqual(
      [status, fields],
    )
    expect(app.failures).toEqual([])
  })
})
