import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { noticePartsOf, RECEIVED_STATUS_CODES, receiptState } from '../domain/neighbour-notice.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, UNPROCESSABLE } from '../http/problem.ts'
import {
  ENTERPRISE_PARAMS,
  HAZARD_LIST_PARAMS,
  listOf,
  pageParams,
  param,
  uuidParam,
} from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf, type AppEnv } from '../http/scope.ts'
import { actingFor, lateRuleAt } from './acting.ts'
import { findReceived, listReceived, NoticePosition, positionOf } from './queries.ts'
import { signReceipt } from './receipts.ts'
import { Received, ReceivedItem, Signature, type ReceivedRow } from './schema.ts'

const ONE = z.object({ enterpriseId: uuidParam, id: uuidParam })
const flag = (description: string) =>
  param(
    z.stringbool({ truthy: ['true'], falsy: ['false'] }),
    `true or false: ${description}`,
  ).optional()

const list = createRoute({
  method: 'get',
  path: '/received-notices',
  summary: 'Notices in the hands of those who were told, newest first',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      status: listOf(z.enum(RECEIVED_STATUS_CODES), `one of ${RECEIVED_STATUS_CODES.join(', ')}`),
      signed: flag('whether the receipt is signed'),
      late: flag('whether it is in force and was not signed in time'),
      enterpriseId: uuidParam.optional(),
      senderId: uuidParam.optional(),
      officeId: HAZARD_LIST_PARAMS.officeId,
      gridId: ENTERPRISE_PARAMS.gridId,
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(ReceivedItem), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
  },
})

const one = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/received-notices/{id}',
  summary: 'One received notice word by word',
  ...allow(...TRADE_ROLES),
  request: { params: ONE },
  responses: { 200: jsonAnswer('The copy', Received), ...BAD_REQUEST, ...NOT_FOUND },
})

const sign = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/received-notices/{id}/sign',
  summary: 'Sign the receipt by name',
  ...allow('enterprise'),
  request: { params: ONE, body: jsonBody(Signature) },
  responses: {
    200: jsonAnswer('The copy, signed', Received),
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

const cursors = cursorCodec('received-notices', NoticePosition)

/** `/received-notices`, `/enterprises/{enterpriseId}/received-notices` */
export function receivedNoticeRoutes({ database, now }: Pick<AppDeps, 'database' | 'now'>) {
  function withState<Row extends z.output<typeof ReceivedRow>>(row: Row) {
    const rule = lateRuleAt(now())
    return {
      ...row,
      state: receiptState(
        { toldOn: todayInChina(new Date(row.issuedAt)), isSigned: row.signedAt !== null },
        rule.today,
        rule,
      ),
    }
  }

  function shown(c: Context<AppEnv>, found: Awaited<ReturnType<typeof findReceived>>) {
    if (found === undefined) throw new NotFoundError('notice')
    const { role, scope, position } = readerOf(c)
    const mine =
      scope.enterpriseId === found.enterpriseId && noticePartsOf(role, position ?? null).length > 0
    return {
      ...withState(found),
      canSign: mine && found.status === 'current' && found.signedAt === null,
    }
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const rows = await database.reading(scopeOf(c), (tx) =>
        listReceived(tx, facets, lateRuleAt(now()), { after, limit: limit + 1 }),
      )
      const { items, nextCursor } = pageOf(rows, limit, cursors, positionOf)
      return c.json(
        { items: items.map(({ sortInstant: _sortKey, ...row }) => withState(row)), nextCursor },
        200,
      )
    })
    .openapi(one, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      return c.json(
        shown(c, await database.reading(scopeOf(c), (tx) => findReceived(tx, enterpriseId, id))),
        200,
      )
    })
    .openapi(sign, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const { name } = c.req.valid('json')
      const { actor, at } = actingFor(c, enterpriseId, now())
      const copy = await database.scoped(scopeOf(c), async (tx) => {
        await signReceipt(tx, enterpriseId, id, name, actor, at)
        return findReceived(tx, enterpriseId, id)
      })
      return c.json(shown(c, copy), 200)
    })
}
