import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST } from '../http/problem.ts'
import {
  ACCIDENT_TYPE_PARAM,
  ENTERPRISE_PARAMS,
  HAZARD_PARAMS,
  hazardStatuses,
  RISK_LEVEL_PARAM,
} from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { summarise } from './queries.ts'
import { Summary } from './schema.ts'

const summary = createRoute({
  method: 'get',
  path: '/summary',
  summary: 'The figures of the charts, by the same filters as the map',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      ...ENTERPRISE_PARAMS,
      ...RISK_LEVEL_PARAM,
      ...ACCIDENT_TYPE_PARAM,
      hazardStatus: hazardStatuses,
      ...HAZARD_PARAMS,
    }),
  },
  responses: {
    200: jsonAnswer('Counts', Summary),
    ...BAD_REQUEST,
  },
})

/** `/summary` */
export function summaryRoutes({ database, now }: AppDeps) {
  return createRouter().openapi(summary, async (c) => {
    const { hazardStatus: status, ...facets } = c.req.valid('query')
    const asOf = now()
    const figures = await database.reading(scopeOf(c), (tx) =>
      summarise(tx, { ...facets, status }, todayInChina(asOf)),
    )
    return c.json({ asOf: asOf.toISOString(), ...figures }, 200)
  })
}
