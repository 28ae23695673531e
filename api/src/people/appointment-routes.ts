import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { todayInChina } from '../domain/overdue.ts'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED } from '../http/problem.ts'
import { uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { appoint, handOver } from './appointments.ts'
import { findPerson } from './queries.ts'
import { NobodyThereError } from './refusals.ts'
import { Handover, NewAppointment, Person } from './schema.ts'

const ADMIN = allow('admin')
const ONE = { params: z.object({ id: uuidParam }) }

const add = createRoute({
  method: 'post',
  path: '/people/{id}/appointments',
  summary: 'Appoint somebody to an office, a grid, an enterprise or the district, as the role asks',
  ...ADMIN,
  request: { ...ONE, body: jsonBody(NewAppointment) },
  responses: {
    201: jsonAnswer('The person', Person),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})
const handover = createRoute({
  method: 'post',
  path: '/appointments/{id}/handover',
  summary: 'Hand a post over to a successor; whoever leaves is signed out at once',
  ...ADMIN,
  request: { ...ONE, body: jsonBody(Handover) },
  responses: {
    200: jsonAnswer('Who left and who took over', z.object({ leaver: Person, successor: Person })),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})

/** `/people/{id}/appointments`, `/appointments/{id}/handover` */
export function appointmentRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(add, async (c) => {
      const { id } = c.req.valid('param')
      const person = await database.scoped(scopeOf(c), async (tx) => {
        await appoint(tx, id, c.req.valid('json'))
        return findPerson(tx, id, now(), todayInChina(now()))
      })
      if (person === undefined) throw new NobodyThereError('person')
      return c.json(person, 201)
    })
    .openapi(handover, async (c) => {
      const { successorUserId, reason } = c.req.valid('json')
      const at = now()
      const today = todayInChina(at)
      const both = await database.scoped(scopeOf(c), async (tx) => {
        const ids = await handOver(tx, c.req.valid('param').id, successorUserId, reason, at, today)
        return {
          leaver: await findPerson(tx, ids.leaver, at, today),
          successor: await findPerson(tx, ids.successor, at, today),
        }
      })
      if (both.leaver === undefined || both.successor === undefined)
        throw new NobodyThereError('person')
      return c.json({ leaver: both.leaver, successor: both.successor }, 200)
    })
}
