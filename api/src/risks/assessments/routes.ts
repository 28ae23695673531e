import { randomUUID } from 'node:crypto'
import { createRoute } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { queryRow } from '../../db/rows.ts'
import { ASSESSMENT_PROFILES, DEFAULT_PROFILE_IDS } from '../../domain/assessment-profile.ts'
import { DIRECT_CRITERIA, DIRECT_CRITERION_CODES } from '../../domain/direct-criteria.ts'
import { allow, TRADE_ROLES } from '../../http/allow.ts'
import type { AppDeps } from '../../http/deps.ts'
import { NotFoundError } from '../../http/errors.ts'
import { jsonAnswer, jsonBody } from '../../http/json.ts'
import { createRouter } from '../../http/router.ts'
import { KEEPERS, OF_SOURCE, POINT_ADDED, POINT_CHANGED, REFUSALS } from '../answers.ts'
import { NewAssessment } from '../inputs.ts'
import { addAssessments } from '../rows.ts'
import { atWork, isThere, pointAt, takePoint } from '../work.ts'
import { grade } from './grade.ts'
import { Profiles } from './profiles.ts'

const add = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/risk-points/{id}/sources/{sourceId}/assessments',
  summary: 'Assesses a hazard source anew; what was assessed before stays on record',
  ...KEEPERS,
  request: { params: OF_SOURCE, body: jsonBody(NewAssessment) },
  responses: { ...POINT_CHANGED, ...POINT_ADDED, ...REFUSALS },
})

const profiles = createRoute({
  method: 'get',
  path: '/assessment-profiles',
  summary: 'Value tables and thresholds of every method, and the direct criteria',
  ...allow(...TRADE_ROLES),
  responses: { 200: jsonAnswer('All versions', Profiles) },
})

/** `…/sources/{sourceId}/assessments`, `/assessment-profiles` */
export function assessmentRoutes(deps: AppDeps) {
  return createRouter()
    .openapi(profiles, (c) =>
      c.json(
        Profiles.parse({
          lec: ASSESSMENT_PROFILES.LEC,
          ls: ASSESSMENT_PROFILES.LS,
          defaults: DEFAULT_PROFILE_IDS,
          directCriteria: DIRECT_CRITERION_CODES.map((code) => ({
            code,
            label: DIRECT_CRITERIA[code],
          })),
        }),
        200,
      ),
    )
    .openapi(add, async (c) => {
      const { enterpriseId, id, sourceId } = c.req.valid('param')
      const sent = c.req.valid('json')
      const { point, added } = await atWork(deps, c, enterpriseId, async (at) => {
        const known = await isThere(at, 'assessments', sent.id)
        if (!known) {
          await takePoint(at, id)
          const source = await queryRow(
            at.tx,
            z.unknown(),
            sql`
            SELECT 1 FROM hazard_sources WHERE enterprise_id = ${enterpriseId} AND risk_point_id = ${id} AND id = ${sourceId}`,
          )
          if (source === undefined) throw new NotFoundError('hazard-source')
          await addAssessments(at.tx, enterpriseId, [
            { ...grade(sent, at), id: sent.id ?? randomUUID(), hazardSourceId: sourceId },
          ])
        }
        return { point: await pointAt(at, id), added: !known }
      })
      return added ? c.json(point, 201) : c.json(point, 200)
    })
}
