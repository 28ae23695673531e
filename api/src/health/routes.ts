import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { createRouter } from '../http/router.ts'
import { createCheck, Check } from './check.ts'

const Health = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    ready: z.boolean().meta({ description: 'Whether requests can be answered now' }),
    database: z.enum(['embedded', 'postgis']),
    version: z.string(),
    checks: z.object({ reading: Check }),
  })
  .meta({ id: 'Health' })

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the service can read its database; answers within two seconds',
  ...allow('public'),
  responses: {
    200: jsonAnswer('Ready', Health),
    503: jsonAnswer('Not ready; `checks` says why', Health),
  },
})

/** `/health` */
export function healthRoutes({ database, version }: AppDeps) {
  const check = createCheck(database)
  return createRouter().openapi(health, async (c) => {
    const reading = await check()
    const about = { database: database.kind, version, checks: { reading } }
    if (reading.ok) return c.json({ status: 'ok' as const, ready: true, ...about }, 200)
    return c.json({ status: 'unavailable' as const, ready: false, ...about }, 503, {
      'Retry-After': '2',
      'Cache-Control': 'no-store',
    })
  })
}
