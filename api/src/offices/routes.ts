import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { REFUSED } from '../http/problem.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { listOffices } from './queries.ts'
import { Office } from './schema.ts'

const list = createRoute({
  method: 'get',
  path: '/offices',
  summary: 'The offices of the bureau',
  ...allow(...TRADE_ROLES, 'admin'),
  responses: {
    200: jsonAnswer(
      'All offices by code',
      z.object({ items: z.array(Office), nextCursor: z.null() }),
    ),
    ...REFUSED,
  },
})

/** `/offices` */
export function officeRoutes({ database }: AppDeps) {
  return createRouter().openapi(list, async (c) => {
    const items = await database.reading(scopeOf(c), listOffices)
    return c.json({ items, nextCursor: null }, 200)
  })
}
