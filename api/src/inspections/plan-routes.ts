import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { enterpriseExists } from '../db/enterprise-exists.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED } from '../http/problem.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf } from '../http/scope.ts'
import { OF_ENTERPRISE, ONE_OF_ENTERPRISE } from './bodies.ts'
import { requireKeeper } from './own-enterprise.ts'
import { listPlans } from './plan-queries.ts'
import { changePlan, createPlan } from './plan-writes.ts'
import { NewPlan, Plan, PlanChange } from './schema.ts'

const list = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/inspection-plans',
  summary: 'Inspection plans of an enterprise',
  ...allow(...TRADE_ROLES),
  request: { params: OF_ENTERPRISE },
  responses: {
    200: jsonAnswer('All of them', z.object({ items: z.array(Plan) })),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
  },
})
const create = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/inspection-plans',
  summary: 'Enter a plan; the task of the period at hand is made at once',
  ...allow('enterprise'),
  request: { params: OF_ENTERPRISE, body: jsonBody(NewPlan) },
  responses: {
    201: jsonAnswer('The plan', Plan),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})
const change = createRoute({
  method: 'patch',
  path: '/enterprises/{enterpriseId}/inspection-plans/{id}',
  summary: 'Change, pause or resume a plan',
  ...allow('enterprise'),
  request: { params: ONE_OF_ENTERPRISE, body: jsonBody(PlanChange) },
  responses: {
    200: jsonAnswer('The plan', Plan),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})

/** `/enterprises/{enterpriseId}/inspection-plans` */
export function planRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(list, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const items = await database.reading(scopeOf(c), async (tx) =>
        (await enterpriseExists(tx, enterpriseId))
          ? listPlans(tx, enterpriseId, todayInChina(now()))
          : undefined,
      )
      if (items === undefined) throw new NotFoundError('enterprise')
      return c.json({ items }, 200)
    })
    .openapi(create, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const body = c.req.valid('json')
      requireKeeper(readerOf(c), enterpriseId)
      return c.json(
        await database.scoped(scopeOf(c), (tx) => createPlan(tx, enterpriseId, body, now())),
        201,
      )
    })
    .openapi(change, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const body = c.req.valid('json')
      requireKeeper(readerOf(c), enterpriseId)
      return c.json(
        await database.scoped(scopeOf(c), (tx) => changePlan(tx, enterpriseId, id, body, now())),
        200,
      )
    })
}
