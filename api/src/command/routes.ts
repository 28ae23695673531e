import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { isSound } from '../db/shapes.ts'
import { closedRing, polygonText, type LonLat } from '../db/wgs84.ts'
import { historyBegins } from '../domain/history.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { BadRequestError } from '../http/errors.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST } from '../http/problem.ts'
import {
  ACCIDENT_TYPE_PARAM,
  dayParam,
  ENTERPRISE_PARAMS,
  HAZARD_PARAMS,
  hazardStatuses,
  polygonParam,
  RISK_LEVEL_PARAM,
} from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { figuresOn } from './figures.ts'
import { CommandFigures } from './schema.ts'

const figures = createRoute({
  method: 'get',
  path: '/command/figures',
  summary:
    'The figures of the command screen now or at the end of a past day, by the same filters as the map',
  ...allow('leader', 'bureau'),
  request: {
    query: z.strictObject({
      at: dayParam
        .optional()
        .meta({ description: 'A day of the last twelve months in China; by default today' }),
      polygon: polygonParam.optional(),
      ...ENTERPRISE_PARAMS,
      ...RISK_LEVEL_PARAM,
      ...ACCIDENT_TYPE_PARAM,
      hazardStatus: hazardStatuses,
      ...HAZARD_PARAMS,
    }),
  },
  responses: { 200: jsonAnswer('Counts and rates', CommandFigures), ...BAD_REQUEST },
})

const CORNERS = 'at least three corners of a ring that does not cross itself'

function shapeText(corners: readonly LonLat[]): string {
  const ring = closedRing(corners)
  if (ring === undefined) throw BadRequestError.field('polygon', CORNERS)
  return polygonText(ring)
}

/** `/command/figures` */
export function commandRoutes({ database, now }: AppDeps) {
  return createRouter().openapi(figures, async (c) => {
    const { at, hazardStatus: status, polygon, ...facets } = c.req.valid('query')
    const asOf = now()
    const today = todayInChina(asOf)
    const begins = historyBegins(today)
    const day = at ?? today
    if (day < begins || day > today) {
      throw BadRequestError.field('at', `a day from ${begins} to ${today}`)
    }
    const shape = polygon && shapeText(polygon)
    const counted = await database.reading(scopeOf(c), async (tx) => {
      if (shape !== undefined && !(await isSound(tx, shape)))
        throw BadRequestError.field('polygon', CORNERS)
      return figuresOn(tx, { ...facets, status, shape }, day)
    })
    return c.json({ asOf: asOf.toISOString(), past: day < today, ...counted }, 200)
  })
}
