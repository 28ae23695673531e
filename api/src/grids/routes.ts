import { createRoute } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { gridsVersion, listGrids } from './queries.ts'
import { GridCollection, GridTree } from './schema.ts'
import { readTree } from './tree.ts'

const READERS = allow(...TRADE_ROLES, 'admin')

const list = createRoute({
  method: 'get',
  path: '/grids',
  summary: 'The grids of supervision',
  ...READERS,
  middleware: [...READERS.middleware, etag()],
  responses: {
    200: {
      description: 'A GeoJSON FeatureCollection',
      content: { 'application/json': { schema: GridCollection } },
    },
  },
})

const tree = createRoute({
  method: 'get',
  path: '/grids/tree',
  summary: 'District, towns and grids, with who looks after each by real name',
  ...READERS,
  responses: { 200: jsonAnswer('The hierarchy', GridTree) },
})

/** `/grids`, `/grids/tree` */
export function gridRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(tree, async (c) =>
      c.json(await database.reading(scopeOf(c), (tx) => readTree(tx, todayInChina(now()))), 200),
    )
    .openapi(list, async (c) => {
      const collection = await database.reading(scopeOf(c), async (tx) => ({
        type: 'FeatureCollection' as const,
        version: await gridsVersion(tx),
        features: await listGrids(tx, todayInChina(now())),
      }))
      return c.json(collection, 200, { 'Cache-Control': 'private, no-cache' })
    })
}
