import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { hashPassword } from '../db/password-hash.ts'
import { todayInChina } from '../domain/overdue.ts'
import { ROLE_CODES } from '../domain/role.ts'
import { allow } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED } from '../http/problem.ts'
import { listOf, pageParams, param, uuidParam, wordsParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { oneTimePassword } from './one-time-password.ts'
import {
  findEnterpriseNames,
  findPerson,
  listPeople,
  PersonPosition,
  positionOf,
} from './queries.ts'
import { NobodyThereError } from './refusals.ts'
import {
  EnterpriseName,
  NewPerson,
  OneTimePassword,
  PasswordReset,
  Person,
  PersonChange,
} from './schema.ts'
import { changePerson, createPerson, resetPassword } from './writes.ts'

const ADMIN = allow('admin')
const yesOrNo = param(
  z.stringbool({ truthy: ['true'], falsy: ['false'] }),
  'true or false',
).optional()
const words = wordsParam('part of a name')
const ONE = { params: z.object({ id: uuidParam }) }

const list = createRoute({
  method: 'get',
  path: '/people',
  summary: 'People: who can sign in first, then by name',
  ...ADMIN,
  request: {
    query: z.strictObject({
      q: words.optional(),
      role: listOf(z.enum(ROLE_CODES), `one of ${ROLE_CODES.join(', ')}`),
      suspended: yesOrNo,
      appointed: yesOrNo,
      canSignIn: yesOrNo,
      officeId: uuidParam.optional(),
      gridId: uuidParam.optional(),
      enterpriseId: uuidParam.optional(),
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(Person), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
    ...REFUSED,
  },
})
const one = createRoute({
  method: 'get',
  path: '/people/{id}',
  summary: 'A person with every appointment',
  ...ADMIN,
  request: ONE,
  responses: { 200: jsonAnswer('The person', Person), ...BAD_REQUEST, ...REFUSED, ...NOT_FOUND },
})
const create = createRoute({
  method: 'post',
  path: '/people',
  summary: 'Enter a person; with a username, a one-time password is made',
  ...ADMIN,
  request: { body: jsonBody(NewPerson) },
  responses: {
    201: jsonAnswer(
      'The person',
      Person.extend({
        oneTimePassword: z.string().nullable().meta({ description: 'Shown once and kept nowhere' }),
      }),
    ),
    ...BAD_REQUEST,
    ...REFUSED,
    ...CONFLICT,
  },
})
const change = createRoute({
  method: 'patch',
  path: '/people/{id}',
  summary: 'Correct a person, suspend or reinstate; suspending cuts every session',
  ...ADMIN,
  request: { ...ONE, body: jsonBody(PersonChange) },
  responses: {
    200: jsonAnswer('The person', Person),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})
const reset = createRoute({
  method: 'post',
  path: '/people/{id}/reset-password',
  summary: 'A new one-time password; every session ends',
  ...ADMIN,
  request: { ...ONE, body: jsonBody(PasswordReset) },
  responses: {
    200: jsonAnswer('Shown once and kept nowhere', OneTimePassword),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})
const enterpriseNames = createRoute({
  method: 'get',
  path: '/enterprise-names',
  summary:
    'Enterprises to appoint somebody to, by name, pinyin initials or credit code; at most twenty',
  ...ADMIN,
  request: { query: z.strictObject({ q: words }) },
  responses: {
    200: jsonAnswer(
      'Those that match',
      z.object({ items: z.array(EnterpriseName), nextCursor: z.null() }),
    ),
    ...BAD_REQUEST,
    ...REFUSED,
  },
})

const cursors = cursorCodec('people', PersonPosition)

/** `/people` */
export function peopleRoutes({ database, sealer, now }: AppDeps) {
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const people = await database.scoped(scopeOf(c), (tx) =>
        listPeople(tx, facets, after, limit + 1, now(), todayInChina(now())),
      )
      return c.json(pageOf(people, limit, cursors, positionOf), 200)
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const person = await database.scoped(scopeOf(c), (tx) =>
        findPerson(tx, id, now(), todayInChina(now())),
      )
      if (person === undefined) throw new NobodyThereError('person')
      return c.json(person, 200)
    })
    .openapi(create, async (c) => {
      const wanted = c.req.valid('json')
      const password = wanted.username === undefined ? null : oneTimePassword()
      // Hashing takes a tenth of a second: not inside the transaction.
      const hash = password === null ? undefined : await hashPassword(password)
      const person = await database.scoped(scopeOf(c), async (tx) => {
        const id = await createPerson(tx, sealer, wanted, hash)
        return findPerson(tx, id, now(), todayInChina(now()))
      })
      if (person === undefined) throw new NobodyThereError('person')
      return c.json({ ...person, oneTimePassword: password }, 201, { 'Cache-Control': 'no-store' })
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      const scope = scopeOf(c)
      const person = await database.scoped(scope, async (tx) => {
        await changePerson(tx, sealer, id, c.req.valid('json'), scope.userId)
        return findPerson(tx, id, now(), todayInChina(now()))
      })
      if (person === undefined) throw new NobodyThereError('person')
      return c.json(person, 200)
    })
    .openapi(reset, async (c) => {
      const { id } = c.req.valid('param')
      const scope = scopeOf(c)
      const password = oneTimePassword()
      const hash = await hashPassword(password)
      const username = await database.scoped(scope, (tx) =>
        resetPassword(tx, id, c.req.valid('json'), hash, scope.userId),
      )
      return c.json({ username, oneTimePassword: password }, 200, { 'Cache-Control': 'no-store' })
    })
    .openapi(enterpriseNames, async (c) => {
      const items = await database.scoped(scopeOf(c), (tx) =>
        findEnterpriseNames(tx, c.req.valid('query').q),
      )
      return c.json({ items, nextCursor: null }, 200)
    })
}
