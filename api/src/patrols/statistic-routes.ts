import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { todayInChina } from '../domain/overdue.ts'
import { PATROL_DIMENSION_CODES, patrolRates } from '../domain/patrol-statistics.ts'
import { periodAsked } from '../domain/figures-period.ts'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { checkSpan } from '../http/day-input.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, REFUSED } from '../http/problem.ts'
import { dayParam, ENTERPRISE_PARAMS, param } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { PatrolStatistics, type PatrolCounts } from './schema.ts'
import { countPatrols } from './statistics.ts'

const MOST_YEARS = 3

const statistics = createRoute({
  method: 'get',
  path: '/patrols/statistics',
  summary:
    'Patrols of a period by grid, person, town, office or month: coverage, on-time rate, hazards found, closures verified',
  ...allow('leader', 'bureau', 'grid'),
  request: {
    query: z.strictObject({
      by: param(
        z.enum(PATROL_DIMENSION_CODES),
        `one of ${PATROL_DIMENSION_CODES.join(', ')}`,
      ).default('grid'),
      from: dayParam.optional().meta({
        description:
          'First day; by default the first of the month of `to`, or of the month that figures are told of: the running one, in its first ten days the one before',
      }),
      to: dayParam.optional().meta({ description: 'Last day; by default the last of that month' }),
      ...ENTERPRISE_PARAMS,
    }),
  },
  responses: { 200: jsonAnswer('Counts and rates', PatrolStatistics), ...BAD_REQUEST, ...REFUSED },
})

/** `/patrols/statistics` */
export function statisticRoutes({ database, now }: AppDeps) {
  return createRouter().openapi(statistics, async (c) => {
    const { by, from: asked, to: until, ...facets } = c.req.valid('query')
    const today = todayInChina(now())
    const { from, to } = periodAsked(asked, until, today)
    checkSpan(from, to, MOST_YEARS)
    const { total, rows } = await database.reading(scopeOf(c), (tx) =>
      countPatrols(tx, by, facets, { from, to, today }),
    )
    return c.json(
      {
        asOf: today,
        by,
        from,
        to,
        total: withRates(total),
        rows: rows.map((row) => ({ ...row, ...withRates(row) })),
      },
      200,
    )
  })
}

function withRates<Counts extends PatrolCounts>(counts: Counts) {
  return { ...counts, rates: patrolRates(counts) }
}
