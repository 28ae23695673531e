import { createRoute } from '@hono/zod-openapi'
import { etag } from 'hono/etag'
import { z } from 'zod'
import { todayInChina } from '../domain/overdue.ts'
import { PATROL_STATE_CODES } from '../domain/patrol.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, REFUSED } from '../http/problem.ts'
import { ENTERPRISE_PARAMS, listOf, pageParams, RISK_LEVEL_PARAM } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { DutyPosition, listDuties, positionOf, readMine } from './duty-queries.ts'
import { MyPatrols, PatrolDuty } from './schema.ts'

const PATROLLERS = allow('grid')

const mine = createRoute({
  method: 'get',
  path: '/patrols/mine',
  summary: 'All that a grid’s telephone needs to patrol without a network; with an entity tag',
  ...PATROLLERS,
  middleware: [...PATROLLERS.middleware, etag()],
  responses: {
    200: jsonAnswer('Objects, what is due, open hazards, checklists', MyPatrols),
    ...REFUSED,
  },
})

const duties = createRoute({
  method: 'get',
  path: '/patrols',
  summary: 'Objects and how they stand with their patrols today, what was missed longest first',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      ...ENTERPRISE_PARAMS,
      ...RISK_LEVEL_PARAM,
      state: listOf(z.enum(PATROL_STATE_CODES), `one of ${PATROL_STATE_CODES.join(', ')}`),
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(PatrolDuty), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
    ...REFUSED,
  },
})

const cursors = cursorCodec('patrols', DutyPosition)

/** `/patrols`, `/patrols/mine` */
export function dutyRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(mine, async (c) => {
      const scope = scopeOf(c)
      const held = await database.reading(scope, (tx) =>
        readMine(tx, scope.gridIds ?? [], todayInChina(now())),
      )
      return c.json(held, 200, { 'Cache-Control': 'private, no-cache' })
    })
    .openapi(duties, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const rows = await database.reading(scopeOf(c), (tx) =>
        listDuties(tx, facets, todayInChina(now()), after, limit + 1),
      )
      return c.json(pageOf(rows, limit, cursors, positionOf), 200)
    })
}
