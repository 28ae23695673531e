import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { Evidence } from '../db/evidence.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { NotFoundError } from '../http/errors.ts'
import type { AppDeps } from '../http/deps.ts'
import { BAD_REQUEST, NOT_FOUND } from '../http/problem.ts'
import { uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { findEvidence } from './queries.ts'
import { EvidenceForm } from './schema.ts'

const FOLDER = '/enterprises/{enterpriseId}/evidence'
const params = z.object({ enterpriseId: uuidParam, id: uuidParam })
const record = { 'application/json': { schema: Evidence } }

const add = createRoute({
  method: 'post',
  path: FOLDER,
  summary: 'Hands in a photograph or document',
  ...allow('bureau', 'grid', 'enterprise'),
  request: { params: params.pick({ enterpriseId: true }), body: { required: true, content: { 'multipart/form-data': { schema: EvidenceForm } } } },
  responses: {
    200: { description: 'It was there already', content: record },
    201: { description: 'It is stored', content: record },
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const one = createRoute({
  method: 'get',
  path: `${FOLDER}/{id}`,
  summary: 'What is known of a photograph or document',
  ...allow(...TRADE_ROLES),
  request: { params },
  responses: { 200: { description: 'The record', content: record }, ...BAD_REQUEST, ...NOT_FOUND },
})

/** `/enterprises/{enterpriseId}/evidence` */
export function evidenceRoutes({ database }: AppDeps) {
  return createRouter()
    .openapi(add, (c) => {
      c.req.valid('form')
      throw new NotFoundError('evidence')
    })
    .openapi(one, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const found = await database.reading(scopeOf(c), (tx) => findEvidence(tx, enterpriseId, id))
      if (found === undefined) throw new NotFoundError('evidence')
      return c.json(found, 200)
    })
}
