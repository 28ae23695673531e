import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { enterpriseExists } from '../db/enterprise-exists.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED } from '../http/problem.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf } from '../http/scope.ts'
import { OF_ENTERPRISE, ONE_OF_ENTERPRISE } from './bodies.ts'
import { requireKeeper } from './own-enterprise.ts'
import { NewStandard, Standard, StandardChange, StandardItem } from './schema.ts'
import { findStandard, listStandards } from './standard-queries.ts'
import { changeStandard, createStandard } from './standard-writes.ts'

const list = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/inspection-standards',
  summary: 'Checklists of an enterprise',
  ...allow(...TRADE_ROLES),
  request: { params: OF_ENTERPRISE },
  responses: {
    200: jsonAnswer('All of them', z.object({ items: z.array(StandardItem) })),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
  },
})
const one = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/inspection-standards/{id}',
  summary: 'One checklist with its items',
  ...allow(...TRADE_ROLES),
  request: { params: ONE_OF_ENTERPRISE },
  responses: {
    200: jsonAnswer('The checklist', Standard),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
  },
})
const create = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/inspection-standards',
  summary: 'Enter a checklist',
  ...allow('enterprise'),
  request: { params: OF_ENTERPRISE, body: jsonBody(NewStandard) },
  responses: {
    201: jsonAnswer('The checklist', Standard),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})
const change = createRoute({
  method: 'patch',
  path: '/enterprises/{enterpriseId}/inspection-standards/{id}',
  summary: 'Change a checklist, or put it out of use',
  ...allow('enterprise'),
  request: { params: ONE_OF_ENTERPRISE, body: jsonBody(StandardChange) },
  responses: {
    200: jsonAnswer('The checklist', Standard),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})

/** `/enterprises/{enterpriseId}/inspection-standards` */
export function standardRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(list, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const items = await database.reading(scopeOf(c), async (tx) =>
        (await enterpriseExists(tx, enterpriseId)) ? listStandards(tx, enterpriseId) : undefined,
      )
      if (items === undefined) throw new NotFoundError('enterprise')
      return c.json({ items }, 200)
    })
    .openapi(one, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const standard = await database.reading(scopeOf(c), (tx) =>
        findStandard(tx, enterpriseId, id),
      )
      if (standard === undefined) throw new NotFoundError('inspection-standard')
      return c.json(standard, 200)
    })
    .openapi(create, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const body = c.req.valid('json')
      requireKeeper(readerOf(c), enterpriseId)
      return c.json(
        await database.scoped(scopeOf(c), (tx) => createStandard(tx, enterpriseId, body)),
        201,
      )
    })
    .openapi(change, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const body = c.req.valid('json')
      requireKeeper(readerOf(c), enterpriseId)
      return c.json(
        await database.scoped(scopeOf(c), (tx) =>
          changeStandard(tx, enterpriseId, id, body, now()),
        ),
        200,
      )
    })
}
