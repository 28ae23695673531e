import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { PREJUDGEMENT_LEVEL_CODES, PREJUDGEMENT_SOURCE_CODES } from '../domain/prejudgement.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { requireOwnEnterprise } from '../http/own-enterprise.ts'
import { BAD_REQUEST, NOT_FOUND, PROBLEM_TYPE, Problem, REFUSED } from '../http/problem.ts'
import { dayParam, listOf, pageParams, param, uuidParam, wordsParam } from '../http/query-params.ts'
import { OtherOfficeError, RoleRefusedError } from '../http/refusals.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf, type AppEnv } from '../http/scope.ts'
import { findPrejudgement, listPrejudgements } from './queries.ts'
import {
  NewPrejudgement,
  Prejudgement,
  PrejudgementChange,
  PrejudgementChanged,
  PrejudgementRiskPoints,
} from './schema.ts'
import {
  changePrejudgement,
  createPrejudgement,
  removePrejudgement,
  setRiskPoints,
} from './writes.ts'

const OF_ONE = z.object({ id: uuidParam })
const REFUSALS = {
  ...BAD_REQUEST,
  ...REFUSED,
  ...NOT_FOUND,
  409: {
    description: 'Somebody was faster; `current` is what stands now',
    content: { [PROBLEM_TYPE]: { schema: PrejudgementChanged } },
  },
  422: {
    description: 'A rule forbids it; `errors` names the fields',
    content: { [PROBLEM_TYPE]: { schema: Problem } },
  },
}
const STANDS = { 200: jsonAnswer('As it now stands', Prejudgement) }
const WRITERS = allow('bureau', 'enterprise')

const list = createRoute({
  method: 'get',
  path: '/prejudgements',
  summary: 'Prejudgements, the latest period first',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      level: listOf(
        z.enum(PREJUDGEMENT_LEVEL_CODES),
        `one of ${PREJUDGEMENT_LEVEL_CODES.join(', ')}`,
      ),
      source: listOf(
        z.enum(PREJUDGEMENT_SOURCE_CODES),
        `one of ${PREJUDGEMENT_SOURCE_CODES.join(', ')}`,
      ),
      enterpriseId: uuidParam.optional(),
      on: dayParam.optional().meta({ description: 'A day that the period holds' }),
      q: wordsParam('part of what is written').optional(),
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(Prejudgement), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
  },
})
const create = createRoute({
  method: 'post',
  path: '/prejudgements',
  summary: 'A prejudgement: of an enterprise by itself, of an industry or the city by an office',
  ...WRITERS,
  request: { body: jsonBody(NewPrejudgement) },
  responses: { ...STANDS, 201: jsonAnswer('Written', Prejudgement), ...REFUSALS },
})
const read = createRoute({
  method: 'get',
  path: '/prejudgements/{id}',
  summary: 'One prejudgement',
  ...allow(...TRADE_ROLES),
  request: { params: OF_ONE },
  responses: { ...STANDS, ...BAD_REQUEST, ...NOT_FOUND },
})
const change = createRoute({
  method: 'patch',
  path: '/prejudgements/{id}',
  summary: 'Changes what is given',
  ...WRITERS,
  request: { params: OF_ONE, body: jsonBody(PrejudgementChange) },
  responses: { ...STANDS, ...REFUSALS },
})
const remove = createRoute({
  method: 'delete',
  path: '/prejudgements/{id}',
  summary: 'Deletes a prejudgement; the risk points it led to stay',
  ...WRITERS,
  request: {
    params: OF_ONE,
    query: z.strictObject({
      version: param(
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
        'the version that was seen',
      ),
    }),
  },
  responses: { 204: { description: 'Gone' }, ...REFUSALS },
})
const link = createRoute({
  method: 'put',
  path: '/prejudgements/{id}/risk-points',
  summary: 'Which of an enterprise’s risk points it led to, all of them',
  ...WRITERS,
  request: { params: OF_ONE, body: jsonBody(PrejudgementRiskPoints) },
  responses: { ...STANDS, ...REFUSALS },
})

const cursors = cursorCodec('prejudgements', z.object({ from: z.iso.date(), id: z.uuid() }))

/** The prejudgement as it now stands. @throws NotFoundError */
async function standing(tx: Tx, id: string): Promise<z.output<typeof Prejudgement>> {
  const found = await findPrejudgement(tx, id)
  if (found === undefined) throw new NotFoundError('prejudgement')
  return found
}

/** Sees to it that one's own is changed: an enterprise its own, an office what it wrote. @throws NotFoundError, RoleRefusedError, OtherOfficeError */
async function requireOwn(tx: Tx, c: Context<AppEnv>, id: string): Promise<void> {
  const { enterpriseId, mine } = await standing(tx, id)
  const { role } = readerOf(c)
  if ((role === 'enterprise') !== (enterpriseId !== null)) throw new RoleRefusedError()
  if (!mine) throw new OtherOfficeError()
}

/** `/prejudgements` */
export function prejudgementRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...filter } = c.req.valid('query')
      const rows = await database.reading(scopeOf(c), (tx) =>
        listPrejudgements(
          tx,
          filter,
          cursor === undefined ? undefined : cursors.decode(cursor),
          limit + 1,
        ),
      )
      return c.json(
        pageOf(rows, limit, cursors, ({ periodFrom, id }) => ({ from: periodFrom, id })),
        200,
      )
    })
    .openapi(create, async (c) => {
      const { role, scope } = readerOf(c)
      const sent = c.req.valid('json')
      if ((role === 'enterprise') !== (sent.level === 'enterprise')) throw new RoleRefusedError()
      if (role === 'bureau' && scope.officeId === undefined) throw new OtherOfficeError()
      const { body, added } = await database.scoped(scope, async (tx) => {
        const known = sent.id === undefined ? undefined : await findPrejudgement(tx, sent.id)
        if (known !== undefined) return { body: known, added: false }
        const enterpriseId =
          sent.level === 'enterprise' ? (sent.enterpriseId ?? scope.enterpriseId ?? null) : null
        if (enterpriseId !== null) await requireOwnEnterprise(tx, scope, enterpriseId)
        return {
          body: await standing(
            tx,
            await createPrejudgement(tx, sent, enterpriseId, scope.actor?.name ?? ''),
          ),
          added: true,
        }
      })
      return added ? c.json(body, 201) : c.json(body, 200)
    })
    .openapi(read, async (c) =>
      c.json(
        await database.reading(scopeOf(c), (tx) => standing(tx, c.req.valid('param').id)),
        200,
      ),
    )
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(
        await database.scoped(scopeOf(c), async (tx) => {
          await requireOwn(tx, c, id)
          await changePrejudgement(tx, id, c.req.valid('json'), now())
          return standing(tx, id)
        }),
        200,
      )
    })
    .openapi(remove, async (c) => {
      const { id } = c.req.valid('param')
      await database.scoped(scopeOf(c), async (tx) => {
        await requireOwn(tx, c, id)
        await removePrejudgement(tx, id, c.req.valid('query').version)
      })
      return c.body(null, 204)
    })
    .openapi(link, async (c) => {
      const { id } = c.req.valid('param')
      const { riskPointIds, enterpriseId: named } = c.req.valid('json')
      const { scope } = readerOf(c)
      const enterpriseId = named ?? scope.enterpriseId
      if (enterpriseId === undefined) throw new NotFoundError('enterprise')
      return c.json(
        await database.scoped(scope, async (tx) => {
          const { enterpriseId: owner } = await standing(tx, id)
          await requireOwnEnterprise(tx, scope, enterpriseId)
          if (owner !== null && owner !== enterpriseId) throw new NotFoundError('prejudgement')
          await setRiskPoints(tx, id, enterpriseId, riskPointIds)
          return standing(tx, id)
        }),
        200,
      )
    })
}
