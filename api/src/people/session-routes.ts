import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Scope } from '../db/scope.ts'
import { allow, SIGNED_IN } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND, REFUSED } from '../http/problem.ts'
import { uuidParam } from '../http/query-params.ts'
import { NotSignedInError } from '../http/refusals.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf } from '../http/scope.ts'
import { NobodyThereError } from './refusals.ts'
import { Session } from './schema.ts'
import { endSessions, listSessions } from './sessions.ts'

const ADMIN = allow('admin')
const OWN = allow(...SIGNED_IN)
const SESSIONS = {
  200: jsonAnswer(
    'Open sessions, the last used first',
    z.object({ items: z.array(Session), nextCursor: z.null() }),
  ),
  ...BAD_REQUEST,
  ...REFUSED,
}
const ENDED = {
  200: jsonAnswer('Ended', z.object({ ended: z.int() })),
  ...BAD_REQUEST,
  ...REFUSED,
  ...NOT_FOUND,
}

const PERSON = z.object({ id: uuidParam })
const theirs = createRoute({
  method: 'get',
  path: '/people/{id}/sessions',
  summary: 'Where somebody is signed in',
  ...ADMIN,
  request: { params: PERSON },
  responses: SESSIONS,
})
const endTheirs = createRoute({
  method: 'delete',
  path: '/people/{id}/sessions',
  summary: 'Sign somebody out everywhere',
  ...ADMIN,
  request: { params: PERSON },
  responses: ENDED,
})
const endOneOfTheirs = createRoute({
  method: 'delete',
  path: '/people/{id}/sessions/{sessionId}',
  summary: 'End one session of somebody',
  ...ADMIN,
  request: { params: PERSON.extend({ sessionId: uuidParam }) },
  responses: ENDED,
})
const mine = createRoute({
  method: 'get',
  path: '/me/sessions',
  summary: 'Where one is signed in',
  ...OWN,
  responses: SESSIONS,
})
const endMine = createRoute({
  method: 'delete',
  path: '/me/sessions',
  summary: 'Sign out everywhere but here',
  ...OWN,
  responses: ENDED,
})
const endOneOfMine = createRoute({
  method: 'delete',
  path: '/me/sessions/{sessionId}',
  summary: 'End one of one’s own sessions',
  ...OWN,
  request: { params: z.object({ sessionId: uuidParam }) },
  responses: ENDED,
})

/** Whose own sessions a request is about, and the scope that may touch them. */
function own({ userId, actor, requestIp }: Scope): { userId: string; scope: Scope } {
  if (userId === undefined) throw new NotSignedInError()
  return {
    userId,
    scope: {
      audience: 'identity',
      userId,
      ...(actor === undefined ? {} : { actor }),
      ...(requestIp === undefined ? {} : { requestIp }),
    },
  }
}

function atLeastOne(ended: number): number {
  if (ended === 0) throw new NobodyThereError('session')
  return ended
}

/** `/people/{id}/sessions`, `/me/sessions` */
export function sessionRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(theirs, async (c) => {
      const { id } = c.req.valid('param')
      const items = await database.scoped(scopeOf(c), (tx) =>
        listSessions(tx, id, readerOf(c).sessionId, now()),
      )
      return c.json({ items, nextCursor: null }, 200)
    })
    .openapi(endTheirs, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(
        { ended: await database.scoped(scopeOf(c), (tx) => endSessions(tx, id, { except: null })) },
        200,
      )
    })
    .openapi(endOneOfTheirs, async (c) => {
      const { id, sessionId } = c.req.valid('param')
      return c.json(
        {
          ended: atLeastOne(
            await database.scoped(scopeOf(c), (tx) => endSessions(tx, id, { only: sessionId })),
          ),
        },
        200,
      )
    })
    .openapi(mine, async (c) => {
      const { userId, scope } = own(scopeOf(c))
      const items = await database.scoped(scope, (tx) =>
        listSessions(tx, userId, readerOf(c).sessionId, now()),
      )
      return c.json({ items, nextCursor: null }, 200)
    })
    .openapi(endMine, async (c) => {
      const { userId, scope } = own(scopeOf(c))
      return c.json(
        {
          ended: await database.scoped(scope, (tx) =>
            endSessions(tx, userId, { except: readerOf(c).sessionId }),
          ),
        },
        200,
      )
    })
    .openapi(endOneOfMine, async (c) => {
      const { userId, scope } = own(scopeOf(c))
      const { sessionId } = c.req.valid('param')
      return c.json(
        {
          ended: atLeastOne(
            await database.scoped(scope, (tx) => endSessions(tx, userId, { only: sessionId })),
          ),
        },
        200,
      )
    })
}
