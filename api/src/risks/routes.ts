import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { enterpriseExists } from '../db/enterprise-exists.ts'
import { assess } from '../domain/assessment.ts'
import { todayInChina } from '../domain/overdue.ts'
import { RISK_LEVEL_ORDER } from '../domain/risk-level.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND } from '../http/problem.ts'
import { pageParams, uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { listRiskPoints } from './queries.ts'
import { assessmentRoutes } from './assessments/routes.ts'
import { controlListRoutes } from './control-list/routes.ts'
import { measureRoutes } from './measures/routes.ts'
import { pointRoutes } from './points/routes.ts'
import { responsibilityRoutes } from './responsibilities/routes.ts'
import { RiskPoint } from './schema.ts'
import { shown } from './shown.ts'
import { sourceRoutes } from './sources/routes.ts'
import { line } from '../http/text-input.ts'

const list = createRoute({
  method: 'get',
  path: '/enterprises/{id}/risk-points',
  summary: 'Risk points of an enterprise in the order of its control list',
  ...allow(...TRADE_ROLES),
  request: { params: z.object({ id: uuidParam }), query: z.strictObject(pageParams(200)) },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(RiskPoint), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const profileId = line(40).optional().meta({ description: 'Another profile than the usual one' })
const PreviewInput = z
  .discriminatedUnion('method', [
    z.strictObject({
      method: z.literal('LEC'),
      l: z.number(),
      e: z.number(),
      c: z.number(),
      profileId,
    }),
    z.strictObject({ method: z.literal('LS'), l: z.number(), s: z.number(), profileId }),
  ])
  .meta({ id: 'AssessmentInput' })

const preview = createRoute({
  method: 'post',
  path: '/risk-assessments/preview',
  summary: 'Score and level of an assessment that is not stored',
  ...allow(...TRADE_ROLES),
  request: { body: jsonBody(PreviewInput) },
  responses: {
    200: {
      description: 'Graded by the profile in force today',
      content: {
        'application/json': {
          schema: z.object({
            score: z.string().nullable().meta({ description: 'Exact decimal' }),
            level: z.literal(RISK_LEVEL_ORDER),
            profileId: z.string(),
            profileVersion: z.int(),
          }),
        },
      },
    },
    ...BAD_REQUEST,
  },
})

const cursors = cursorCodec('risk-points', z.int().positive())

/** `/enterprises/{id}/risk-points`, `/risk-assessments` */
export function riskRoutes(deps: AppDeps) {
  const { database, now } = deps
  return createRouter()
    .openapi(list, async (c) => {
      const { id } = c.req.valid('param')
      const { limit, cursor } = c.req.valid('query')
      const after = cursor === undefined ? 0 : cursors.decode(cursor)
      const rows = await database.reading(scopeOf(c), async (tx) => {
        const points = await listRiskPoints(tx, id, after, limit + 1)
        return points.length > 0 || (await enterpriseExists(tx, id)) ? points : undefined
      })
      if (rows === undefined) throw new NotFoundError('enterprise')
      const { items, nextCursor } = pageOf(rows, limit, cursors, (row) => row.no)
      return c.json({ items: items.map(shown), nextCursor }, 200)
    })
    .openapi(preview, (c) => {
      const { profileId, ...input } = c.req.valid('json')
      const date = todayInChina(now())
      return c.json(assess(input, profileId === undefined ? { date } : { date, profileId }), 200)
    })
    .route('/', pointRoutes(deps))
    .route('/', sourceRoutes(deps))
    .route('/', assessmentRoutes(deps))
    .route('/', measureRoutes(deps))
    .route('/', responsibilityRoutes(deps))
    .route('/', controlListRoutes(deps))
}
