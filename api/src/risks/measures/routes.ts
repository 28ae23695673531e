import { createRoute } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { queryRow } from '../../db/rows.ts'
import type { AppDeps } from '../../http/deps.ts'
import { NotFoundError } from '../../http/errors.ts'
import { jsonBody } from '../../http/json.ts'
import { uuidParam } from '../../http/query-params.ts'
import { createRouter } from '../../http/router.ts'
import { KEEPERS, OF_SOURCE, POINT_ADDED, POINT_CHANGED, REFUSALS, SEEN } from '../answers.ts'
import { assignments } from '../assignments.ts'
import { measureRow, requirePast } from '../compose.ts'
import { MeasureChange, NewMeasure } from '../inputs.ts'
import { addMeasures } from '../rows.ts'
import { atWork, isThere, pointAt, takePoint, type Work } from '../work.ts'

const ALL = '/enterprises/{enterpriseId}/risk-points/{id}/sources/{sourceId}/measures'
const ONE = `${ALL}/{measureId}` as const
const OF_MEASURE = OF_SOURCE.extend({ measureId: uuidParam })

const add = createRoute({
  method: 'post',
  path: ALL,
  summary: 'A control measure of a hazard source',
  ...KEEPERS,
  request: { params: OF_SOURCE, body: jsonBody(NewMeasure) },
  responses: { ...POINT_CHANGED, ...POINT_ADDED, ...REFUSALS },
})

const change = createRoute({
  method: 'patch',
  path: ONE,
  summary: 'Changes what is given of a control measure, such as its status and last verification',
  ...KEEPERS,
  request: { params: OF_MEASURE, body: jsonBody(MeasureChange) },
  responses: { ...POINT_CHANGED, ...REFUSALS },
})

const remove = createRoute({
  method: 'delete',
  path: ONE,
  summary: 'Deletes a control measure',
  ...KEEPERS,
  request: { params: OF_MEASURE, query: SEEN },
  responses: { ...POINT_CHANGED, ...REFUSALS },
})

const COLUMNS = {
  category: 'category',
  controlLevel: 'control_level',
  content: 'content',
  status: 'status',
  verifiedOn: 'verified_on',
} as const

/** @throws NotFoundError where the source is not the point's */
async function requireSource(
  { tx, enterpriseId }: Work,
  pointId: string,
  sourceId: string,
): Promise<void> {
  const source = await queryRow(
    tx,
    z.unknown(),
    sql`
    SELECT 1 FROM hazard_sources WHERE enterprise_id = ${enterpriseId} AND risk_point_id = ${pointId} AND id = ${sourceId}`,
  )
  if (source === undefined) throw new NotFoundError('hazard-source')
}

/** `…/sources/{sourceId}/measures` */
export function measureRoutes(deps: AppDeps) {
  return createRouter()
    .openapi(add, async (c) => {
      const { enterpriseId, id, sourceId } = c.req.valid('param')
      const sent = c.req.valid('json')
      const { point, added } = await atWork(deps, c, enterpriseId, async (at) => {
        const known = await isThere(at, 'control_measures', sent.id)
        if (!known) {
          await takePoint(at, id)
          await requireSource(at, id, sourceId)
          await addMeasures(at.tx, enterpriseId, [measureRow(at, sourceId, sent)])
        }
        return { point: await pointAt(at, id), added: !known }
      })
      return added ? c.json(point, 201) : c.json(point, 200)
    })
    .openapi(change, async (c) => {
      const { enterpriseId, id, sourceId, measureId } = c.req.valid('param')
      const { version, ...sent } = c.req.valid('json')
      return c.json(
        await atWork(deps, c, enterpriseId, async (at) => {
          requirePast(at, 'verifiedOn', sent.verifiedOn)
          await takePoint(at, id, version)
          await requireSource(at, id, sourceId)
          const changed = await queryRow(
            at.tx,
            z.unknown(),
            sql`
          UPDATE control_measures SET ${assignments(COLUMNS, sent, 'content')}
          WHERE enterprise_id = ${enterpriseId} AND hazard_source_id = ${sourceId} AND id = ${measureId} RETURNING 1`,
          )
          if (changed === undefined) throw new NotFoundError('measure')
          return pointAt(at, id)
        }),
        200,
      )
    })
    .openapi(remove, async (c) => {
      const { enterpriseId, id, sourceId, measureId } = c.req.valid('param')
      const { version } = c.req.valid('query')
      return c.json(
        await atWork(deps, c, enterpriseId, async (at) => {
          await takePoint(at, id, version)
          await requireSource(at, id, sourceId)
          const removed = await queryRow(
            at.tx,
            z.unknown(),
            sql`
          DELETE FROM control_measures WHERE enterprise_id = ${enterpriseId} AND hazard_source_id = ${sourceId} AND id = ${measureId} RETURNING 1`,
          )
          if (removed === undefined) throw new NotFoundError('measure')
          return pointAt(at, id)
        }),
        200,
      )
    })
}
