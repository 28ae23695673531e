import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { PATROL_FLAG_CODES, PATROL_RESULT_CODES } from '../domain/patrol-visit.ts'
import { actorOf } from '../http/actor.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED, UNPROCESSABLE } from '../http/problem.ts'
import { dayParam, ENTERPRISE_PARAMS, listOf, pageParams, uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { PatrolReport } from './bodies.ts'
import { createPatrolCodes } from './code.ts'
import { recordVisit } from './report.ts'
import { PatrolVisit, PatrolVisitItem } from './schema.ts'
import { findVisit, listVisits, positionOf, VisitPosition } from './visit-queries.ts'

const ofEnterprise = z.object({ enterpriseId: uuidParam })

const report = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/patrol-visits',
  summary: 'Record a visit of the grid to an object; the same id sent again gives the same visit',
  ...allow('grid'),
  request: { params: ofEnterprise, body: jsonBody(PatrolReport) },
  responses: {
    200: jsonAnswer('It is on record already', PatrolVisit),
    201: jsonAnswer('The new visit', PatrolVisit),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

const one = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/patrol-visits/{id}',
  summary: 'One visit of the grid to an object',
  ...allow(...TRADE_ROLES),
  request: { params: ofEnterprise.extend({ id: uuidParam }) },
  responses: {
    200: jsonAnswer('The visit', PatrolVisit),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
  },
})

const list = createRoute({
  method: 'get',
  path: '/patrol-visits',
  summary: 'Visits of grids to objects, the latest first',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      ...ENTERPRISE_PARAMS,
      enterpriseId: uuidParam.optional(),
      userId: uuidParam.optional(),
      result: listOf(z.enum(PATROL_RESULT_CODES), `one of ${PATROL_RESULT_CODES.join(', ')}`),
      flag: listOf(z.enum(PATROL_FLAG_CODES), `one of ${PATROL_FLAG_CODES.join(', ')}`),
      from: dayParam.optional(),
      to: dayParam.optional(),
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(PatrolVisitItem), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
    ...REFUSED,
  },
})

const cursors = cursorCodec('patrol-visits', VisitPosition)

/** `/patrol-visits`, `/enterprises/{enterpriseId}/patrol-visits` */
export function visitRoutes({ database, now, authSecret }: AppDeps) {
  const codes = createPatrolCodes(authSecret)
  return createRouter()
    .openapi(report, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const body = c.req.valid('json')
      const actor = actorOf(c)
      const { visit, created } = await database.scoped(scopeOf(c), (tx) =>
        recordVisit(tx, { actor, at: now(), codes }, enterpriseId, body),
      )
      if (!created) return c.json(visit, 200)
      c.header('Location', `/api/enterprises/${visit.enterpriseId}/patrol-visits/${visit.id}`)
      return c.json(visit, 201)
    })
    .openapi(one, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const visit = await database.reading(scopeOf(c), (tx) => findVisit(tx, enterpriseId, id))
      if (visit === undefined) throw new NotFoundError('patrol-visit')
      return c.json(visit, 200)
    })
    .openapi(list, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const rows = await database.reading(scopeOf(c), (tx) =>
        listVisits(tx, facets, after, limit + 1),
      )
      const { items, nextCursor } = pageOf(rows, limit, cursors, positionOf)
      return c.json(
        { items: items.map(({ finishedInstant: _finishedInstant, ...item }) => item), nextCursor },
        200,
      )
    })
}
