import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED, UNPROCESSABLE } from '../http/problem.ts'
import { uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { NewGridOverride, OfficeChange } from './changeset.ts'
import {
  changeOffice,
  dropOverride,
  listObjects,
  listOverrides,
  overrideGrid,
} from './overrides.ts'
import { GridObject, GridOverride } from './schema.ts'

const ADMIN = allow('admin')
const ONE = z.object({ id: uuidParam })
const listed = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), nextCursor: z.null() })
const WRITTEN = { ...BAD_REQUEST, ...REFUSED, ...NOT_FOUND, ...CONFLICT, ...UNPROCESSABLE }

const objects = createRoute({
  method: 'get',
  path: '/grids/{id}/objects',
  summary: 'What a grid looks after',
  ...allow('admin', 'leader', 'bureau'),
  request: { params: ONE },
  responses: {
    200: jsonAnswer('The objects, most dangerous first', listed(GridObject)),
    ...BAD_REQUEST,
    ...REFUSED,
  },
})

const overrides = createRoute({
  method: 'get',
  path: '/grid-overrides',
  summary: 'What is in a grid by hand, and why',
  ...allow('admin', 'leader', 'bureau'),
  responses: { 200: jsonAnswer('All of them, latest first', listed(GridOverride)), ...REFUSED },
})

const override = createRoute({
  method: 'put',
  path: '/enterprises/{id}/grid-override',
  summary: 'Puts an object under a grid by hand; boundaries no longer decide',
  ...ADMIN,
  request: { params: ONE, body: jsonBody(NewGridOverride) },
  responses: { 200: jsonAnswer('The object', GridObject), ...WRITTEN },
})

const drop = createRoute({
  method: 'delete',
  path: '/enterprises/{id}/grid-override',
  summary: 'Lets the boundaries decide again',
  ...ADMIN,
  request: { params: ONE },
  responses: {
    200: jsonAnswer('The object', GridObject),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
  },
})

const office = createRoute({
  method: 'put',
  path: '/enterprises/{id}/office',
  summary: 'Makes another office responsible for an object',
  ...ADMIN,
  request: { params: ONE, body: jsonBody(OfficeChange) },
  responses: { 200: jsonAnswer('The object', GridObject), ...WRITTEN },
})

/** `/grids/{id}/objects`, `/grid-overrides`, `/enterprises/{id}/grid-override`, `/enterprises/{id}/office` */
export function gridOverrideRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(objects, async (c) => {
      const items = await database.reading(scopeOf(c), (tx) =>
        listObjects(tx, c.req.valid('param').id),
      )
      return c.json({ items, nextCursor: null }, 200)
    })
    .openapi(overrides, async (c) =>
      c.json({ items: await database.reading(scopeOf(c), listOverrides), nextCursor: null }, 200),
    )
    .openapi(override, async (c) => {
      const object = await database.scoped(scopeOf(c), (tx) =>
        overrideGrid(tx, c.req.valid('param').id, c.req.valid('json'), now()),
      )
      return c.json(object, 200)
    })
    .openapi(drop, async (c) => {
      const object = await database.scoped(scopeOf(c), (tx) =>
        dropOverride(tx, c.req.valid('param').id, now()),
      )
      return c.json(object, 200)
    })
    .openapi(office, async (c) => {
      const object = await database.scoped(scopeOf(c), (tx) =>
        changeOffice(tx, c.req.valid('param').id, c.req.valid('json'), now()),
      )
      return c.json(object, 200)
    })
}
