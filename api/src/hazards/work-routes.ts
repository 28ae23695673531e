import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED, UNPROCESSABLE } from '../http/problem.ts'
import { positionParam, uuidParam } from '../http/query-params.ts'
import { prose } from '../http/text-input.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf } from '../http/scope.ts'
import { actOnHazard } from './act.ts'
import { HazardAct, HazardReport } from './bodies.ts'
import { reportHazard } from './report.ts'
import { responsiblePeople, ResponsiblePerson } from './responsible.ts'
import { withOverdue } from './routes.ts'
import { Hazard, SimilarHazard } from './schema.ts'
import { similarHazards } from './similar.ts'

const ACTING = ['bureau', 'grid', 'enterprise'] as const

const report = createRoute({
  method: 'post',
  path: '/hazards',
  summary: 'Report a hazard; the same id sent again gives the same hazard',
  ...allow(...ACTING),
  request: { body: jsonBody(HazardReport) },
  responses: {
    200: jsonAnswer('It is on record already', Hazard),
    201: jsonAnswer('The new hazard', Hazard),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

const act = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/hazards/{id}/events',
  summary: 'Take one step of the closed loop; what this reader may do is in the hazard’s `actions`',
  ...allow(...ACTING),
  request: {
    params: z.object({ enterpriseId: uuidParam, id: uuidParam }),
    body: jsonBody(HazardAct),
  },
  responses: {
    200: jsonAnswer('The hazard afterwards', Hazard),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

const similar = createRoute({
  method: 'get',
  path: '/hazards/similar',
  summary: 'Hazards of an enterprise that may be the same one, likeliest first',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      enterpriseId: uuidParam,
      text: prose(2000, 0).default(''),
      location: positionParam.optional(),
      excludeId: uuidParam.optional(),
    }),
  },
  responses: {
    200: jsonAnswer(
      'At most eight',
      z.object({ items: z.array(SimilarHazard), nextCursor: z.null() }),
    ),
    ...BAD_REQUEST,
  },
})

const people = createRoute({
  method: 'get',
  path: '/enterprises/{id}/people',
  summary: 'Who of an enterprise can be made responsible, by name',
  ...allow(...TRADE_ROLES),
  request: { params: z.object({ id: uuidParam }) },
  responses: {
    200: jsonAnswer(
      'Those with an account first',
      z.object({ items: z.array(ResponsiblePerson), nextCursor: z.null() }),
    ),
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

/** `POST /hazards`, `/hazards/similar`, `/enterprises/{enterpriseId}/hazards/{id}/events`, `/enterprises/{id}/people` */
export function hazardWorkRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(report, async (c) => {
      const { hazard, created } = await reportHazard(
        database,
        readerOf(c),
        c.req.valid('json'),
        now(),
      )
      if (!created) return c.json(hazard, 200)
      c.header('Location', `/api/enterprises/${hazard.enterpriseId}/hazards/${hazard.id}`)
      return c.json(hazard, 201)
    })
    .openapi(act, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      return c.json(
        await actOnHazard(database, readerOf(c), enterpriseId, id, c.req.valid('json'), now()),
        200,
      )
    })
    .openapi(similar, async (c) => {
      const { location, excludeId, ...query } = c.req.valid('query')
      const at = now()
      const items = await database.reading(scopeOf(c), (tx) =>
        similarHazards(tx, { ...query, location, excludeId }, at),
      )
      return c.json(
        { items: items.map((item) => withOverdue(item, todayInChina(at))), nextCursor: null },
        200,
      )
    })
    .openapi(people, async (c) => {
      const items = await responsiblePeople(
        database,
        scopeOf(c),
        c.req.valid('param').id,
        todayInChina(now()),
      )
      if (items === undefined) throw new NotFoundError('enterprise')
      return c.json({ items, nextCursor: null }, 200)
    })
}
