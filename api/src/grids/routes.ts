import { createRoute } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { gridsVersion, listGrids } from './queries.ts'
import { GridCollection } from './schema.ts'

const READERS = allow(...TRADE_ROLES, 'admin')

const list = createRoute({
  method: 'get',
  path: '/grids',
  summary: 'The grids of supervision',
  ...READERS,
  middleware: [...READERS.middleware, etag()],
  responses: { 200: { description: 'A GeoJSON FeatureCollection', content: { 'application/json': { schema: GridCollection } } } },
})

/** `/grids` */
export function gridRoutes({ database, now }: AppDeps) {
  return createRouter().openapi(list, async (c) => {
    const collection = await database.reading(scopeOf(c), async (tx) => ({
      type: 'FeatureCollection' as const, version: await gridsVersion(tx), features: await listGrids(tx, todayInChina(now())),
    }))
    return c.json(collection, 200, { 'Cache-Control': 'private, no-cache' })
  })
}
