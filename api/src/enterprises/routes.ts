import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { enterpriseExists } from '../db/enterprise-exists.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND } from '../http/problem.ts'
import {
  ENTERPRISE_PARAMS,
  pageParams,
  RISK_LEVEL_PARAM,
  uuidParam,
  wholeNumber,
} from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import {
  EnterprisePosition,
  findEnterprise,
  listEnterprises,
  listNeighbours,
  positionOf,
} from './queries.ts'
import { Enterprise, EnterpriseItem, Neighbour } from './schema.ts'

const list = createRoute({
  method: 'get',
  path: '/enterprises',
  summary: 'Enterprises, the most dangerous first',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({ ...ENTERPRISE_PARAMS, ...RISK_LEVEL_PARAM, ...pageParams(50) }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(EnterpriseItem), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
  },
})

const one = createRoute({
  method: 'get',
  path: '/enterprises/{id}',
  summary: 'One enterprise with its grid, office and counts',
  ...allow(...TRADE_ROLES),
  request: { params: z.object({ id: uuidParam }) },
  responses: {
    200: jsonAnswer('The enterprise', Enterprise),
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const neighbours = createRoute({
  method: 'get',
  path: '/enterprises/{id}/neighbours',
  summary: 'Enterprises within a radius, nearest first',
  ...allow(...TRADE_ROLES),
  request: {
    params: z.object({ id: uuidParam }),
    query: z.strictObject({ radius: wholeNumber(1, 5000).default(500) }),
  },
  responses: {
    200: jsonAnswer(
      'All of them',
      z.object({ items: z.array(Neighbour), nextCursor: z.null(), radius: z.int() }),
    ),
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const cursors = cursorCodec('enterprises', EnterprisePosition)

/** `/enterprises` */
export function enterpriseRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const rows = await database.reading(scopeOf(c), (tx) =>
        listEnterprises(tx, facets, after, limit + 1),
      )
      const { items, nextCursor } = pageOf(rows, limit, cursors, positionOf)
      return c.json(
        { items: items.map(({ initials: _sortKey, ...item }) => item), nextCursor },
        200,
      )
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const found = await database.reading(scopeOf(c), (tx) =>
        findEnterprise(tx, id, todayInChina(now())),
      )
      if (found === undefined) throw new NotFoundError('enterprise')
      return c.json(found, 200)
    })
    .openapi(neighbours, async (c) => {
      const { id } = c.req.valid('param')
      const { radius } = c.req.valid('query')
      const items = await database.reading(scopeOf(c), async (tx) => {
        const near = await listNeighbours(tx, id, radius)
        return near.length > 0 || (await enterpriseExists(tx, id)) ? near : undefined
      })
      if (items === undefined) throw new NotFoundError('enterprise')
      return c.json({ items, nextCursor: null, radius }, 200)
    })
}
