import { createRoute } from '@hono/zod-openapi'
import { sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { queryRow } from '../../db/rows.ts'
import type { AppDeps } from '../../http/deps.ts'
import { NotFoundError } from '../../http/errors.ts'
import { jsonBody } from '../../http/json.ts'
import { uuidParam } from '../../http/query-params.ts'
import { createRouter } from '../../http/router.ts'
import { KEEPERS, OF_POINT, POINT_ADDED, POINT_CHANGED, REFUSALS, SEEN } from '../answers.ts'
import { assignments } from '../assignments.ts'
import { sealedMobile, writeResponsibilities } from '../compose.ts'
import { NewResponsibility, ResponsibilityChange } from '../inputs.ts'
import { atWork, isThere, pointAt, takePoint, type Work } from '../work.ts'

const ALL = '/enterprises/{enterpriseId}/risk-points/{id}/responsibilities'
const ONE = `${ALL}/{responsibilityId}` as const
const OF_RESPONSIBILITY = OF_POINT.extend({ responsibilityId: uuidParam })

const add = createRoute({
  method: 'post',
  path: ALL,
  summary: 'Somebody who answers for a risk point at a control level',
  ...KEEPERS,
  request: { params: OF_POINT, body: jsonBody(NewResponsibility) },
  responses: { ...POINT_CHANGED, ...POINT_ADDED, ...REFUSALS },
})

const change = createRoute({
  method: 'patch',
  path: ONE,
  summary: 'Changes what is given; a mobile left out stays',
  ...KEEPERS,
  request: { params: OF_RESPONSIBILITY, body: jsonBody(ResponsibilityChange) },
  responses: { ...POINT_CHANGED, ...REFUSALS },
})

const remove = createRoute({
  method: 'delete',
  path: ONE,
  summary: 'They no longer answer for the risk point',
  ...KEEPERS,
  request: { params: OF_RESPONSIBILITY, query: SEEN },
  responses: { ...POINT_CHANGED, ...REFUSALS },
})

const COLUMNS = {
  controlLevel: 'control_level',
  department: 'department',
  person: 'person',
} as const

function set(
  at: Work,
  { mobile, ...sent }: Omit<z.output<typeof ResponsibilityChange>, 'version'>,
): SQL {
  const plain = assignments(COLUMNS, sent, 'person')
  if (mobile === undefined) return plain
  const { sealed, masked } = sealedMobile(at, mobile)
  return sql`${plain}, mobile_sealed = ${sealed}, mobile_masked = ${masked}`
}

/** `…/risk-points/{id}/responsibilities` */
export function responsibilityRoutes(deps: AppDeps) {
  return createRouter()
    .openapi(add, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const sent = c.req.valid('json')
      const { point, added } = await atWork(deps, c, enterpriseId, async (at) => {
        const known = await isThere(at, 'responsibilities', sent.id)
        if (!known) {
          await takePoint(at, id)
          await writeResponsibilities(at, id, [sent])
        }
        return { point: await pointAt(at, id), added: !known }
      })
      return added ? c.json(point, 201) : c.json(point, 200)
    })
    .openapi(change, async (c) => {
      const { enterpriseId, id, responsibilityId } = c.req.valid('param')
      const { version, ...sent } = c.req.valid('json')
      return c.json(
        await atWork(deps, c, enterpriseId, async (at) => {
          await takePoint(at, id, version)
          const changed = await queryRow(
            at.tx,
            z.unknown(),
            sql`
          UPDATE responsibilities SET ${set(at, sent)}
          WHERE enterprise_id = ${enterpriseId} AND risk_point_id = ${id} AND id = ${responsibilityId} RETURNING 1`,
          )
          if (changed === undefined) throw new NotFoundError('responsibility')
          return pointAt(at, id)
        }),
        200,
      )
    })
    .openapi(remove, async (c) => {
      const { enterpriseId, id, responsibilityId } = c.req.valid('param')
      const { version } = c.req.valid('query')
      return c.json(
        await atWork(deps, c, enterpriseId, async (at) => {
          await takePoint(at, id, version)
          const removed = await queryRow(
            at.tx,
            z.unknown(),
            sql`
          DELETE FROM responsibilities WHERE enterprise_id = ${enterpriseId} AND risk_point_id = ${id} AND id = ${responsibilityId} RETURNING 1`,
          )
          if (removed === undefined) throw new NotFoundError('responsibility')
          return pointAt(at, id)
        }),
        200,
      )
    })
}
