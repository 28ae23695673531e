import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { problemOf } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, Problem } from '../http/problem.ts'
import { createRouter } from '../http/router.ts'
import { readerOf } from '../http/scope.ts'
import { actOnHazard } from './act.ts'
import { HazardAct } from './bodies.ts'
import { Hazard } from './schema.ts'

const MOST = 100

const Batch = z
  .strictObject({
    events: z
      .array(HazardAct.extend({ enterpriseId: z.guid(), id: z.guid() }))
      .min(1)
      .max(MOST),
  })
  .meta({ id: 'HazardBatch' })

const Outcome = z
  .object({
    enterpriseId: z.guid(),
    id: z.guid(),
    hazard: Hazard.nullable().meta({
      description: 'As it stands afterwards; null where the step was refused',
    }),
    problem: Problem.nullable().meta({ description: 'Why the step was refused' }),
  })
  .meta({ id: 'HazardBatchOutcome' })

const batch = createRoute({
  method: 'post',
  path: '/hazards/batch',
  summary: 'Take steps on several hazards; each is done or refused on its own',
  ...allow('bureau', 'grid', 'enterprise'),
  request: { body: jsonBody(Batch) },
  responses: {
    200: jsonAnswer(
      'One answer for each, in the order sent',
      z.object({ results: z.array(Outcome) }),
    ),
    ...BAD_REQUEST,
  },
})

/** `/hazards/batch` */
export function hazardBatchRoutes({
  database,
  now,
  log,
}: Pick<AppDeps, 'database' | 'now' | 'log'>) {
  return createRouter().openapi(batch, async (c) => {
    const results: z.output<typeof Outcome>[] = []
    for (const { enterpriseId, id, ...act } of c.req.valid('json').events) {
      try {
        results.push({
          enterpriseId,
          id,
          hazard: await actOnHazard(database, readerOf(c), enterpriseId, id, act, now()),
          problem: null,
        })
      } catch (error) {
        if (!(error instanceof Error)) throw error
        results.push({ enterpriseId, id, hazard: null, problem: problemOf(error, c, log) })
      }
    }
    return c.json({ results }, 200)
  })
}
