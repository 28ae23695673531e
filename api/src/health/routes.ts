import { createRoute } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'

const Health = z
  .object({
    status: z.literal('ok'),
    database: z.enum(['embedded', 'postgis']),
    version: z.string(),
  })
  .meta({ id: 'Health' })

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the service and its database answer',
  ...allow('public'),
  responses: { 200: jsonAnswer('Both answer', Health) },
})

/** `/health` */
export function healthRoutes({ database, version }: AppDeps) {
  return createRouter().openapi(health, async (c) => {
    await database.reading(scopeOf(c), (tx) => tx.execute(sql`SELECT 1`))
    return c.json({ status: 'ok' as const, database: database.kind, version }, 200)
  })
}
