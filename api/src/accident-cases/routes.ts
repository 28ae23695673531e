import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND, PROBLEM_TYPE, Problem, REFUSED } from '../http/problem.ts'
import {
  ACCIDENT_TYPE_PARAM,
  pageParams,
  param,
  uuidParam,
  wordsParam,
} from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { findCase, listCases } from './queries.ts'
import { AccidentCase, AccidentCaseChange, AccidentCaseChanged, NewAccidentCase } from './schema.ts'
import { changeCase, createCase, removeCase } from './writes.ts'

const OF_ONE = z.object({ id: uuidParam })
const REFUSALS = {
  ...BAD_REQUEST,
  ...REFUSED,
  ...NOT_FOUND,
  409: {
    description: 'Somebody was faster; `current` is what stands now',
    content: { [PROBLEM_TYPE]: { schema: AccidentCaseChanged } },
  },
  422: {
    description: 'A rule forbids it; `errors` names the fields',
    content: { [PROBLEM_TYPE]: { schema: Problem } },
  },
}
const STANDS = { 200: jsonAnswer('As it now stands', AccidentCase) }

const list = createRoute({
  method: 'get',
  path: '/accident-cases',
  summary: 'The library of accident cases, the latest first',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      ...ACCIDENT_TYPE_PARAM,
      q: wordsParam('part of what is written').optional(),
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(AccidentCase), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
  },
})
const create = createRoute({
  method: 'post',
  path: '/accident-cases',
  summary: 'Enters a case into the library',
  ...allow('bureau'),
  request: { body: jsonBody(NewAccidentCase) },
  responses: { ...STANDS, 201: jsonAnswer('Written', AccidentCase), ...REFUSALS },
})
const read = createRoute({
  method: 'get',
  path: '/accident-cases/{id}',
  summary: 'One case',
  ...allow(...TRADE_ROLES),
  request: { params: OF_ONE },
  responses: { ...STANDS, ...BAD_REQUEST, ...NOT_FOUND },
})
const change = createRoute({
  method: 'patch',
  path: '/accident-cases/{id}',
  summary: 'Changes what is given; by the office that entered it',
  ...allow('bureau'),
  request: { params: OF_ONE, body: jsonBody(AccidentCaseChange) },
  responses: { ...STANDS, ...REFUSALS },
})
const remove = createRoute({
  method: 'delete',
  path: '/accident-cases/{id}',
  summary: 'Takes a case out of the library; by the office that entered it',
  ...allow('bureau'),
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

const cursors = cursorCodec('accident-cases', z.object({ on: z.iso.date(), id: z.uuid() }))

async function standing(tx: Tx, id: string): Promise<z.output<typeof AccidentCase>> {
  const found = await findCase(tx, id)
  if (found === undefined) throw new NotFoundError('accident-case')
  return found
}

/** `/accident-cases` */
export function accidentCaseRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...filter } = c.req.valid('query')
      const rows = await database.reading(scopeOf(c), (tx) =>
        listCases(tx, filter, cursor === undefined ? undefined : cursors.decode(cursor), limit + 1),
      )
      return c.json(
        pageOf(rows, limit, cursors, ({ occurredOn, id }) => ({ on: occurredOn, id })),
        200,
      )
    })
    .openapi(create, async (c) => {
      const sent = c.req.valid('json')
      const { body, added } = await database.scoped(scopeOf(c), async (tx) => {
        const known = sent.id === undefined ? undefined : await findCase(tx, sent.id)
        return known !== undefined
          ? { body: known, added: false }
          : {
              body: await standing(tx, await createCase(tx, sent, todayInChina(now()))),
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
      const moment = now()
      return c.json(
        await database.scoped(scopeOf(c), async (tx) => {
          await changeCase(tx, id, c.req.valid('json'), moment, todayInChina(moment))
          return standing(tx, id)
        }),
        200,
      )
    })
    .openapi(remove, async (c) => {
      await database.scoped(scopeOf(c), (tx) =>
        removeCase(tx, c.req.valid('param').id, c.req.valid('query').version),
      )
      return c.body(null, 204)
    })
}
