import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND } from '../http/problem.ts'
import { param, uuidParam } from '../http/query-params.ts'
import { NotSignedInError } from '../http/refusals.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { addView, changeView, hasView, listViews, removeView } from './queries.ts'
import { NewSavedView, SavedView, SavedViewChange, VIEW_SCREENS } from './schema.ts'

/** The person has another view of that name on that screen. */
class ViewNameTakenError extends DomainError {
  override readonly name = 'ViewNameTakenError'

  constructor() {
    const text = { zh: '已有同名视图', en: 'There is a view of this name already' }
    super('view-name-taken', 409, text, [{ field: 'name', text }])
  }
}

const params = z.object({ id: uuidParam })

const list = createRoute({
  method: 'get',
  path: '/saved-views',
  summary: 'The reader’s own views of one screen',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      screen: param(z.enum(VIEW_SCREENS), `one of ${VIEW_SCREENS.join(', ')}`),
    }),
  },
  responses: {
    200: jsonAnswer('All of them', z.object({ items: z.array(SavedView) })),
    ...BAD_REQUEST,
  },
})

const add = createRoute({
  method: 'post',
  path: '/saved-views',
  summary: 'Keep a list by a name',
  ...allow(...TRADE_ROLES),
  request: { body: jsonBody(NewSavedView) },
  responses: { 201: jsonAnswer('Kept', SavedView), ...BAD_REQUEST, ...CONFLICT },
})

const change = createRoute({
  method: 'patch',
  path: '/saved-views/{id}',
  summary: 'Rename a view or let it show something else',
  ...allow(...TRADE_ROLES),
  request: { params, body: jsonBody(SavedViewChange) },
  responses: { 200: jsonAnswer('Changed', SavedView), ...BAD_REQUEST, ...NOT_FOUND, ...CONFLICT },
})

const remove = createRoute({
  method: 'delete',
  path: '/saved-views/{id}',
  summary: 'Forget a view',
  ...allow(...TRADE_ROLES),
  request: { params },
  responses: { 204: { description: 'Forgotten' }, ...BAD_REQUEST, ...NOT_FOUND },
})

/** `/saved-views` */
export function savedViewRoutes({ database }: Pick<AppDeps, 'database'>) {
  return createRouter()
    .openapi(list, async (c) => {
      const { screen } = c.req.valid('query')
      return c.json(
        { items: await database.reading(scopeOf(c), (tx) => listViews(tx, screen)) },
        200,
      )
    })
    .openapi(add, async (c) => {
      const scope = scopeOf(c)
      const { userId } = scope
      if (userId === undefined) throw new NotSignedInError()
      const view = await database.scoped(scope, (tx) => addView(tx, userId, c.req.valid('json')))
      if (view === undefined) throw new ViewNameTakenError()
      return c.json(view, 201)
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      const view = await database.scoped(scopeOf(c), async (tx) => {
        if (!(await hasView(tx, id))) throw new NotFoundError('saved-view')
        return changeView(tx, id, c.req.valid('json'))
      })
      if (view === undefined) throw new ViewNameTakenError()
      return c.json(view, 200)
    })
    .openapi(remove, async (c) => {
      const { id } = c.req.valid('param')
      if (!(await database.scoped(scopeOf(c), (tx) => removeView(tx, id))))
        throw new NotFoundError('saved-view')
      return c.body(null, 204)
    })
}
