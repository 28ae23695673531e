import { hc } from 'hono/client'
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'
import type { AppType } from './app.ts'
import type { RiskLevel } from './domain/risk-level.ts'
import { testApp } from './test-app.ts'

let app: Awaited<ReturnType<typeof testApp>>
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.database.close())

describe('the API', () => {
  it('says that it and its database are well', async () => {
    expect(await (await app.get('/api/health')).json()).toEqual({
      status: 'ok',
      ready: true,
      checks: { reading: { ok: true, ms: expect.any(Number) } },
      database: app.database.kind,
      version: '1.2.3',
    })
  })

  it.each([
    ['a list', '/api/hazards?limit=1', 'no-store'],
    ['a person', '/api/me', 'no-store'],
    ['a refusal', '/api/tanks', 'no-store'],
    ['a version of a layer', '/api/map/hazards.arrow', 'private, no-cache'],
  ])('lets nobody in between keep %s', async (_what, path, expected) => {
    expect((await app.get(path)).headers.get('Cache-Control')).toBe(expected)
  })

  it('answers under no name but its own', async () => {
    const elsewhere = { headers: { Host: 'elsewhere.example' } }
    expect((await app.get('/api/health', elsewhere)).status).toBe(421)
  })

  it('describes itself', async () => {
    const response = await app.get('/api/openapi.json')
    const { openapi, paths } = z
      .object({
        openapi: z.string(),
        paths: z.record(
          z.string(),
          z.record(z.string(), z.object({ responses: z.record(z.string(), z.unknown()) })),
        ),
      })
      .parse(await response.json())
    expect(openapi).toBe('3.1.0')
    // What outsiders rely on stays where it is.
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/areas',
        '/api/base-map',
        '/api/enterprises',
        '/api/enterprises/{enterpriseId}/hazards/{id}',
        '/api/enterprises/{id}',
        '/api/enterprises/{id}/neighbours',
        '/api/enterprises/{id}/risk-points',
        '/api/grids',
        '/api/hazards',
        '/api/health',
        '/api/map/enterprises.arrow',
        '/api/map/hazards.arrow',
        '/api/map/risk-points.arrow',
        '/api/risk-assessments/preview',
        '/api/summary',
        '/api/me',
        '/api/auth/sign-in/username',
      ]),
    )
    expect(Object.keys(paths['/api/enterprises/{id}']?.['get']?.responses ?? {})).toEqual([
      '200',
      '400',
      '404',
    ])
  })

  it('answers to an unknown path with a problem in the reader’s language', async () => {
    const chinese = await app.refusal('/api/tanks', 404)
    expect(chinese.detail).toBe('没有 GET /api/tanks 这个接口')
    const english = await app.get('/api/tanks', {
      headers: { 'Accept-Language': 'en-GB,en;q=0.9' },
    })
    expect(await english.json()).toMatchObject({ detail: 'There is no GET /api/tanks' })
  })

  it('gives a typed client its types', async () => {
    const client = hc<AppType>('http://localhost', {
      fetch: (input: string | URL | Request) =>
        app.get(new URL(input instanceof Request ? input.url : input).pathname),
    })
    const response = await client.api.enterprises.$get({ query: { riskLevel: '1,2', limit: '10' } })
    if (!response.ok) throw new Error('refused')
    const { items } = await response.json()
    expectTypeOf(items[0]?.riskLevel).toEqualTypeOf<RiskLevel | null | undefined>()
    expectTypeOf(client.api.map['risk-points.arrow'].$get).toBeFunction()
    expect(items[0]?.riskLevel).toBe(1)
  })
})
