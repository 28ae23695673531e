import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createApp } from './app.ts'
import type { Database } from './db/database.ts'
import { ROLE_CODES } from './domain/role.ts'
import { testDeps } from './test-deps.ts'

const never = () => {
  throw new Error('this test asks no database')
}
const noDatabase: Database = {
  kind: 'embedded',
  scoped: never,
  unhurried: never,
  reading: never,
  asOwner: never,
  copyOut: never,
  copyIn: never,
  listen: never,
  close: never,
}

const Operation = z.looseObject({ 'x-roles': z.array(z.enum([...ROLE_CODES, 'public'])).min(1) })
const Contract = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })

const api = createApp(testDeps(noDatabase), () => ({
  role: 'public',
  scope: { audience: 'public' },
  barrier: null,
  sessionId: null,
}))
const { paths } = Contract.parse(await (await api.request('/api/openapi.json')).json())
const operations = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('every operation', () => {
  it.each(operations)('$method $path declares who may call it', ({ operation }) => {
    expect(Operation.safeParse(operation).error?.message).toBeUndefined()
  })

  it.each(operations)(
    '$method $path is closed to the public unless it says otherwise',
    async ({ path, method, operation }) => {
      if (Operation.parse(operation)['x-roles'].includes('public')) return
      const response = await api.request(
        path.replace(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000'),
        { method: method.toUpperCase() },
      )
      expect(response.status).toBe(401)
    },
  )
})

it('declares every route there is', () => {
  const declared = new Set(
    operations.map(
      ({ path, method }) => `${method.toUpperCase()} ${path.replace(/\{([^}]+)\}/g, ':$1')}`,
    ),
  )
  const served = api.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path}`)
  expect([...new Set(served)].filter((route) => !declared.has(route))).toEqual([
    'GET /api/openapi.json',
  ])
})
