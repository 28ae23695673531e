import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { listAreas } from './queries.ts'
import { Area } from './schema.ts'

const list = createRoute({
  method: 'get',
  path: '/areas',
  summary: 'The district, its towns and villages',
  ...allow(...TRADE_ROLES, 'admin'),
  responses: {
    200: jsonAnswer('All areas by code', z.object({ items: z.array(Area), nextCursor: z.null() })),
  },
})

/** `/areas` */
export function areaRoutes({ database }: AppDeps) {
  return createRouter().openapi(list, async (c) => {
    const items = await database.reading(scopeOf(c), listAreas)
    return c.json({ items, nextCursor: null }, 200)
  })
}
