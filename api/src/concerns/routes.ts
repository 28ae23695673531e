import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { DomainError } from '../domain/errors.ts'
import { CONCERN_STATUS_CODES } from '../domain/public-concern.ts'
import { actorOf } from '../http/actor.ts'
import { allow } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED } from '../http/problem.ts'
import { pageParams, param, uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import {
  ConcernPosition,
  findConcern,
  findPhoto,
  listConcerns,
  positionOf,
  seesHazard,
  settleConcern,
} from './queries.ts'
import { Concern, ConcernAct } from './schema.ts'

const READERS = allow('leader', 'bureau', 'grid')
const ONE = { params: z.object({ id: uuidParam }) }

const list = createRoute({
  method: 'get',
  path: '/concerns',
  summary: 'What the public reports, oldest first',
  ...READERS,
  request: {
    query: z.strictObject({
      status: param(
        z.enum(CONCERN_STATUS_CODES),
        `one of ${CONCERN_STATUS_CODES.join(', ')}`,
      ).optional(),
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(Concern), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
    ...REFUSED,
  },
})
const one = createRoute({
  method: 'get',
  path: '/concerns/{id}',
  summary: 'One concern',
  ...READERS,
  request: ONE,
  responses: { 200: jsonAnswer('The concern', Concern), ...BAD_REQUEST, ...REFUSED, ...NOT_FOUND },
})
const photo = createRoute({
  method: 'get',
  path: '/concerns/{id}/photo',
  summary: 'Its photograph',
  ...READERS,
  request: ONE,
  responses: {
    200: {
      description: 'The picture',
      content: { 'image/*': { schema: z.any().meta({ type: 'string', format: 'binary' }) } },
    },
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
  },
})
const act = createRoute({
  method: 'post',
  path: '/concerns/{id}/acts',
  summary: 'Accept it as the hazard that was reported from it, or decline it with a reason',
  ...allow('bureau', 'grid'),
  request: { ...ONE, body: jsonBody(ConcernAct) },
  responses: {
    200: jsonAnswer('The concern', Concern),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})

const cursors = cursorCodec('concerns', ConcernPosition)

/** Somebody has settled it already. */
class ConcernSettledError extends DomainError {
  override readonly name = 'ConcernSettledError'

  constructor() {
    super('concern-settled', 409, {
      zh: '这条反映已由他人办理，请查看最新结果',
      en: 'Somebody has settled this concern already: look at the outcome',
    })
  }
}

/** `/concerns` */
export function concernRoutes({ database, evidence, now }: AppDeps) {
  return createRouter()
    .openapi(list, async (c) => {
      const { status, limit, cursor } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const rows = await database.reading(scopeOf(c), (tx) =>
        listConcerns(tx, status, after, limit + 1),
      )
      const { items, nextCursor } = pageOf(rows, limit, cursors, positionOf)
      return c.json(
        { items: items.map(({ receivedInstant: _sortKey, ...concern }) => concern), nextCursor },
        200,
      )
    })
    .openapi(one, async (c) => {
      const concern = await database.reading(scopeOf(c), (tx) =>
        findConcern(tx, c.req.valid('param').id),
      )
      if (concern === undefined) throw new NotFoundError('concern')
      return c.json(concern, 200)
    })
    .openapi(photo, async (c) => {
      const found = await database.reading(scopeOf(c), (tx) =>
        findPhoto(tx, c.req.valid('param').id),
      )
      const file = found && (await evidence.get(found.sha256))
      if (found === undefined || file === undefined) throw new NotFoundError('concern')
      return c.body(file.body, 200, {
        'Content-Type': found.mime,
        'Content-Length': String(file.bytes),
        'Content-Disposition': 'inline',
        'Cache-Control': 'private, max-age=31536000, immutable',
        Vary: 'Cookie',
      })
    })
    .openapi(act, async (c) => {
      const { id } = c.req.valid('param')
      const verdict = c.req.valid('json')
      const actor = actorOf(c)
      return c.json(
        await database.scoped(scopeOf(c), async (tx) => {
          if ((await findConcern(tx, id)) === undefined) throw new NotFoundError('concern')
          if (
            verdict.act === 'accept' &&
            !(await seesHazard(tx, verdict.enterpriseId, verdict.hazardId))
          )
            throw new NotFoundError('hazard')
          const settled = await settleConcern(tx, id, {
            status: verdict.act === 'accept' ? 'accepted' : 'declined',
            reply: verdict.reply ?? null,
            hazard: verdict.act === 'accept' ? verdict : null,
            officer: actor,
            at: now(),
          })
          if (!settled) throw new ConcernSettledError()
          const after = await findConcern(tx, id)
          if (after === undefined) throw new NotFoundError('concern')
          return after
        }),
        200,
      )
    })
}
