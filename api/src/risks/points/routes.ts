import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { allow, TRADE_ROLES } from '../../http/allow.ts'
import type { AppDeps } from '../../http/deps.ts'
import { NotFoundError } from '../../http/errors.ts'
import { jsonAnswer, jsonBody } from '../../http/json.ts'
import { BAD_REQUEST, NOT_FOUND } from '../../http/problem.ts'
import { createRouter } from '../../http/router.ts'
import { scopeOf } from '../../http/scope.ts'
import {
  KEEPERS,
  OF_ENTERPRISE,
  OF_POINT,
  POINT_ADDED,
  POINT_CHANGED,
  REFUSALS,
  SEEN,
} from '../answers.ts'
import { NewRiskPoint, RiskPointChange, RiskPointChanges } from '../inputs.ts'
import { findHistory, findRiskPoints } from '../queries.ts'
import { RiskPoint, RiskPointDetail } from '../schema.ts'
import { shown } from '../shown.ts'
import { atWork, isThere, pointAt } from '../work.ts'
import { changePoint, changePoints, createPoint, removePoint } from './writes.ts'

const ALL = '/enterprises/{enterpriseId}/risk-points'
const ONE = `${ALL}/{id}` as const

const create = createRoute({
  method: 'post',
  path: ALL,
  summary: 'A new risk point, with its sources and their assessments if they are known',
  ...KEEPERS,
  request: { params: OF_ENTERPRISE, body: jsonBody(NewRiskPoint) },
  responses: { ...POINT_CHANGED, ...POINT_ADDED, ...REFUSALS },
})

const changeMany = createRoute({
  method: 'patch',
  path: ALL,
  summary: 'Many risk points at once, all of them or none; a refusal names row and field',
  ...KEEPERS,
  request: { params: OF_ENTERPRISE, body: jsonBody(RiskPointChanges) },
  responses: {
    200: jsonAnswer('The changed points', z.object({ items: z.array(RiskPoint) })),
    ...REFUSALS,
  },
})

const read = createRoute({
  method: 'get',
  path: ONE,
  summary: 'One risk point with what it lacks and how its levels came about',
  ...allow(...TRADE_ROLES),
  request: { params: OF_POINT },
  responses: { 200: jsonAnswer('The point', RiskPointDetail), ...BAD_REQUEST, ...NOT_FOUND },
})

const change = createRoute({
  method: 'patch',
  path: ONE,
  summary: 'Changes what is given of a risk point',
  ...KEEPERS,
  request: { params: OF_POINT, body: jsonBody(RiskPointChange) },
  responses: { ...POINT_CHANGED, ...REFUSALS },
})

const remove = createRoute({
  method: 'delete',
  path: ONE,
  summary: 'Deletes a risk point that nothing refers to, with all that hangs on it',
  ...KEEPERS,
  request: { params: OF_POINT, query: SEEN },
  responses: { 204: { description: 'Gone' }, ...REFUSALS },
})

/** `/enterprises/{enterpriseId}/risk-points` */
export function pointRoutes(deps: AppDeps) {
  return createRouter()
    .openapi(create, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const sent = c.req.valid('json')
      const { point, added } = await atWork(deps, c, enterpriseId, async (at) => {
        if (sent.id !== undefined && (await isThere(at, 'risk_points', sent.id)))
          return { point: await pointAt(at, sent.id), added: false }
        return { point: await pointAt(at, await createPoint(at, sent)), added: true }
      })
      c.header('Location', `/api/enterprises/${enterpriseId}/risk-points/${point.id}`)
      return added ? c.json(point, 201) : c.json(point, 200)
    })
    .openapi(changeMany, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const { changes } = c.req.valid('json')
      const rows = await atWork(deps, c, enterpriseId, async (at) => {
        await changePoints(at, changes)
        return findRiskPoints(
          at.tx,
          enterpriseId,
          changes.map(({ id }) => id),
        )
      })
      return c.json({ items: rows.map(shown) }, 200)
    })
    .openapi(read, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const detail = await deps.database.reading(scopeOf(c), async (tx) => {
        const [row] = await findRiskPoints(tx, enterpriseId, [id])
        return row && { ...shown(row), ...(await findHistory(tx, enterpriseId, id)) }
      })
      if (detail === undefined) throw new NotFoundError('risk-point')
      return c.json(detail, 200)
    })
    .openapi(change, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const sent = c.req.valid('json')
      return c.json(
        await atWork(deps, c, enterpriseId, async (at) => {
          await changePoint(at, id, sent)
          return pointAt(at, id)
        }),
        200,
      )
    })
    .openapi(remove, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const { version } = c.req.valid('query')
      await atWork(deps, c, enterpriseId, (at) => removePoint(at, id, version))
      return c.body(null, 204)
    })
}
