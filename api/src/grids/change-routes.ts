import { createRoute } from '@hono/zod-openapi'
import { todayInChina } from '../domain/overdue.ts'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { inLanguage } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, REFUSED, UNPROCESSABLE } from '../http/problem.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { applyChanges } from './apply.ts'
import { GridChangeReport, GridChangeset, GridsChanged } from './changeset.ts'
import { surveyChanges } from './survey.ts'

const ADMIN = allow('admin')

const preview = createRoute({
  method: 'post',
  path: '/grids/preview',
  summary: 'What changes of grids would do: gaps, overlaps, objects that change hands',
  ...ADMIN,
  request: { body: jsonBody(GridChangeset) },
  responses: {
    200: jsonAnswer('What would be; nothing is written', GridChangeReport),
    ...BAD_REQUEST,
    ...REFUSED,
    ...CONFLICT,
  },
})

const save = createRoute({
  method: 'put',
  path: '/grids',
  summary:
    'Changes grids, all at once or not at all, and gives every object to the grid it then lies in',
  ...ADMIN,
  request: { body: jsonBody(GridChangeset) },
  responses: {
    200: jsonAnswer('What was done', GridsChanged),
    ...BAD_REQUEST,
    ...REFUSED,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

/** `/grids/preview`, and `/grids` for who draws them */
export function gridChangeRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(preview, async (c) => {
      const { report, problems } = await database.reading(scopeOf(c), (tx) =>
        surveyChanges(tx, c.req.valid('json'), todayInChina(now())),
      )
      return c.json(
        {
          ...report,
          problems: problems.map(({ field, text }) => ({ field, message: inLanguage(c, text) })),
        },
        200,
      )
    })
    .openapi(save, async (c) => {
      const at = now()
      return c.json(
        await database.scoped(scopeOf(c), (tx) =>
          applyChanges(tx, c.req.valid('json'), at, todayInChina(at)),
        ),
        200,
      )
    })
}
