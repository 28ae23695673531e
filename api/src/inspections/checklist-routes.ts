import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED } from '../http/problem.ts'
import { uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf } from '../http/scope.ts'
import { OF_ENTERPRISE, ONE_OF_ENTERPRISE } from './bodies.ts'
import { linkHazard, recordFinding, submitTask } from './finding-writes.ts'
import { findingsOfHazard } from './hazard-origin.ts'
import { requireOwn } from './own-enterprise.ts'
import { ChecklistItem, FindingInput, FindingOfHazard, Task } from './schema.ts'
import { prose } from '../http/text-input.ts'

const ITEM = ONE_OF_ENTERPRISE.extend({ itemId: uuidParam })

const record = createRoute({
  method: 'put',
  path: '/enterprises/{enterpriseId}/inspection-tasks/{id}/findings/{itemId}',
  summary: 'Record what was found at an item; the same again changes nothing',
  ...allow('enterprise'),
  request: { params: ITEM, body: jsonBody(FindingInput) },
  responses: {
    200: jsonAnswer('The item', ChecklistItem),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})
const link = createRoute({
  method: 'put',
  path: '/enterprises/{enterpriseId}/inspection-tasks/{id}/findings/{itemId}/hazard',
  summary: 'Say that a failed item is a hazard that is known already',
  ...allow('enterprise'),
  request: { params: ITEM, body: jsonBody(z.strictObject({ hazardId: z.uuid() })) },
  responses: {
    200: jsonAnswer('The item', ChecklistItem),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})
const submit = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/inspection-tasks/{id}/submission',
  summary: 'Submit a task: every item checked, every failed one reported',
  ...allow('enterprise'),
  request: {
    params: ONE_OF_ENTERPRISE,
    body: jsonBody(z.strictObject({ summary: prose(1000, 0).optional() })),
  },
  responses: {
    200: jsonAnswer('The task', Task),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
    422: { ...BAD_REQUEST[400], description: 'Something is left to do; `errors` names the items' },
  },
})
const origin = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/inspection-findings',
  summary: 'The findings behind a hazard, newest first',
  ...allow(...TRADE_ROLES),
  request: { params: OF_ENTERPRISE, query: z.strictObject({ hazardId: uuidParam }) },
  responses: {
    200: jsonAnswer('All of them', z.object({ items: z.array(FindingOfHazard) })),
    ...BAD_REQUEST,
    ...REFUSED,
  },
})

/** `/enterprises/{enterpriseId}/inspection-tasks/{id}/…`: working through a checklist. */
export function checklistRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(record, async (c) => {
      const { enterpriseId, id, itemId } = c.req.valid('param')
      const body = c.req.valid('json')
      const scope = scopeOf(c)
      requireOwn(readerOf(c), enterpriseId)
      return c.json(
        await database.scoped(scope, (tx) =>
          recordFinding(tx, { scope, now: now() }, enterpriseId, id, itemId, body),
        ),
        200,
      )
    })
    .openapi(link, async (c) => {
      const { enterpriseId, id, itemId } = c.req.valid('param')
      const { hazardId } = c.req.valid('json')
      const scope = scopeOf(c)
      requireOwn(readerOf(c), enterpriseId)
      return c.json(
        await database.scoped(scope, (tx) =>
          linkHazard(tx, { scope, now: now() }, enterpriseId, id, itemId, hazardId),
        ),
        200,
      )
    })
    .openapi(submit, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const { summary = '' } = c.req.valid('json')
      const scope = scopeOf(c)
      requireOwn(readerOf(c), enterpriseId)
      return c.json(
        await database.scoped(scope, (tx) =>
          submitTask(tx, { scope, now: now() }, enterpriseId, id, summary),
        ),
        200,
      )
    })
    .openapi(origin, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const { hazardId } = c.req.valid('query')
      return c.json(
        {
          items: await database.reading(scopeOf(c), (tx) =>
            findingsOfHazard(tx, enterpriseId, hazardId),
          ),
        },
        200,
      )
    })
}
