import { createRoute } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { queryRow } from '../../db/rows.ts'
import type { AppDeps } from '../../http/deps.ts'
import { NotFoundError } from '../../http/errors.ts'
import { jsonBody } from '../../http/json.ts'
import { createRouter } from '../../http/router.ts'
import {
  KEEPERS,
  OF_POINT,
  OF_SOURCE,
  POINT_ADDED,
  POINT_CHANGED,
  REFUSALS,
  SEEN,
} from '../answers.ts'
import { writeSources } from '../compose.ts'
import { NewSource, SourceChange } from '../inputs.ts'
import { assignments } from '../assignments.ts'
import { atWork, isThere, pointAt, takePoint } from '../work.ts'

const ALL = '/enterprises/{enterpriseId}/risk-points/{id}/sources'
const ONE = `${ALL}/{sourceId}` as const

const add = createRoute({
  method: 'post',
  path: ALL,
  summary: 'A hazard source of a risk point, with its assessments and measures',
  ...KEEPERS,
  request: { params: OF_POINT, body: jsonBody(NewSource) },
  responses: { ...POINT_CHANGED, ...POINT_ADDED, ...REFUSALS },
})

const change = createRoute({
  method: 'patch',
  path: ONE,
  summary: 'Changes what is given of a hazard source',
  ...KEEPERS,
  request: { params: OF_SOURCE, body: jsonBody(SourceChange) },
  responses: { ...POINT_CHANGED, ...REFUSALS },
})

const remove = createRoute({
  method: 'delete',
  path: ONE,
  summary: 'Deletes a hazard source with its assessments and measures',
  ...KEEPERS,
  request: { params: OF_SOURCE, query: SEEN },
  responses: { ...POINT_CHANGED, ...REFUSALS },
})

const COLUMNS = {
  description: 'description',
  factor: 'factor',
  riskCategory: 'risk_category',
  accidentType: 'accident_type',
  occupationalFactor: 'occupational_factor',
} as const

/** `/enterprises/{enterpriseId}/risk-points/{id}/sources` */
export function sourceRoutes(deps: AppDeps) {
  return createRouter()
    .openapi(add, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const sent = c.req.valid('json')
      const { point, added } = await atWork(deps, c, enterpriseId, async (at) => {
        const known = await isThere(at, 'hazard_sources', sent.id)
        if (!known) {
          await takePoint(at, id)
          await writeSources(at, id, [sent], '')
        }
        return { point: await pointAt(at, id), added: !known }
      })
      return added ? c.json(point, 201) : c.json(point, 200)
    })
    .openapi(change, async (c) => {
      const { enterpriseId, id, sourceId } = c.req.valid('param')
      const { version, ...sent } = c.req.valid('json')
      return c.json(
        await atWork(deps, c, enterpriseId, async (at) => {
          await takePoint(at, id, version)
          const changed = await queryRow(
            at.tx,
            z.unknown(),
            sql`
          UPDATE hazard_sources SET ${assignments(COLUMNS, sent, 'description')}
          WHERE enterprise_id = ${enterpriseId} AND risk_point_id = ${id} AND id = ${sourceId} RETURNING 1`,
          )
          if (changed === undefined) throw new NotFoundError('hazard-source')
          return pointAt(at, id)
        }),
        200,
      )
    })
    .openapi(remove, async (c) => {
      const { enterpriseId, id, sourceId } = c.req.valid('param')
      const { version } = c.req.valid('query')
      return c.json(
        await atWork(deps, c, enterpriseId, async (at) => {
          await takePoint(at, id, version)
          const removed = await queryRow(
            at.tx,
            z.unknown(),
            sql`
          DELETE FROM hazard_sources WHERE enterprise_id = ${enterpriseId} AND risk_point_id = ${id} AND id = ${sourceId} RETURNING 1`,
          )
          if (removed === undefined) throw new NotFoundError('hazard-source')
          return pointAt(at, id)
        }),
        200,
      )
    })
}
