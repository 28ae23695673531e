import { createRoute } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { baseLayers, geoSources } from './queries.ts'
import { BaseMap } from './schema.ts'

const READERS = allow(...TRADE_ROLES, 'admin')

const baseMap = createRoute({
  method: 'get',
  path: '/base-map',
  summary: 'What the map draws below its layers, with sources',
  ...READERS,
  middleware: [...READERS.middleware, etag()],
  responses: { 200: jsonAnswer('GeoJSON by layer', BaseMap) },
})

/** `/base-map` */
export function baseMapRoutes({ database, config }: AppDeps) {
  return createRouter().openapi(baseMap, async (c) => {
    const [layers, sources] = await database.reading(
      scopeOf(c),
      async (tx) => [await baseLayers(tx), await geoSources(tx)] as const,
    )
    return c.json(
      {
        ...layers,
        sources,
        approvalNumber: config.mapApprovalNumber ?? null,
        tianditu: config.tiandituToken === undefined ? null : { token: config.tiandituToken },
      },
      200,
      { 'Cache-Control': 'private, no-cache' },
    )
  })
}
