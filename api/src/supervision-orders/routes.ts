import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { todayInChina } from '../domain/overdue.ts'
import {
  ORDER_STATUS_CODES,
  orderActionsFor,
  orderOverdueDays,
  orderPartsOf,
  type OrderPart,
} from '../domain/supervision-order.ts'
import { actorOf } from '../http/actor.ts'
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
  uuidParam,
  wordsParam,
} from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { isOfAnotherOffice, readerOf, scopeOf, type AppEnv } from '../http/scope.ts'
import {
  findOrder,
  listOrders,
  OrderPosition,
  positionOf,
  type OrderWithEvents,
} from './queries.ts'
import { NewOrder, Order, OrderAct, OrderItem, type OrderRow } from './schema.ts'
import { actOnOrder, issueOrder, type Acting } from './writes.ts'

const { officeId, overdue } = HAZARD_LIST_PARAMS
const { gridId } = ENTERPRISE_PARAMS
const ONE = z.object({ enterpriseId: uuidParam, id: uuidParam })

const list = createRoute({
  method: 'get',
  path: '/supervision-orders',
  summary: 'Supervision orders, newest first',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      status: listOf(z.enum(ORDER_STATUS_CODES), `one of ${ORDER_STATUS_CODES.join(', ')}`),
      overdue,
      officeId,
      gridId,
      enterpriseId: uuidParam.optional(),
      hazardId: uuidParam.optional(),
      q: wordsParam('part of a number, a title or an enterprise’s name').optional(),
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(OrderItem), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
  },
})

const one = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/supervision-orders/{id}',
  summary: 'One order with its whole history, and what the reader may do',
  ...allow(...TRADE_ROLES),
  request: { params: ONE },
  responses: { 200: jsonAnswer('The order', Order), ...BAD_REQUEST, ...NOT_FOUND },
})

const issue = createRoute({
  method: 'post',
  path: '/supervision-orders',
  summary: 'Issue an order to an enterprise of the own office',
  ...allow('bureau'),
  request: { body: jsonBody(NewOrder) },
  responses: {
    200: jsonAnswer('The order of that id stands already', Order),
    201: jsonAnswer('Issued', Order),
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

const act = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/supervision-orders/{id}/events',
  summary: 'Take the next step of an order',
  ...allow('bureau', 'enterprise'),
  request: { params: ONE, body: jsonBody(OrderAct) },
  responses: {
    200: jsonAnswer('The order as it stands now', Order),
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

const cursors = cursorCodec('supervision-orders', OrderPosition)

/** An order as a list shows it. */
function withOverdue<Row extends z.output<typeof OrderRow>>(row: Row, today: string) {
  const overdueDays = orderOverdueDays(row, today)
  return { ...row, overdue: overdueDays > 0, overdueDays }
}

function partsOf(c: Context<AppEnv>): readonly OrderPart[] {
  const { role, position } = readerOf(c)
  return role === 'public' ? [] : orderPartsOf(role, position ?? null)
}

function actingOf(c: Context<AppEnv>, at: Date): Acting {
  const { officeId: ownOffice } = scopeOf(c)
  return { actor: actorOf(c), parts: partsOf(c), officeId: ownOffice, at }
}

/** `/supervision-orders`, `/enterprises/{enterpriseId}/supervision-orders` */
export function supervisionOrderRoutes({ database, now }: Pick<AppDeps, 'database' | 'now'>) {
  function shown(c: Context<AppEnv>, found: OrderWithEvents | undefined) {
    if (found === undefined) throw new NotFoundError('order')
    const otherOffice = isOfAnotherOffice(readerOf(c), found.officeId)
    return {
      ...withOverdue(found, todayInChina(now())),
      otherOffice,
      actions: otherOffice ? [] : orderActionsFor(found.status, partsOf(c)),
    }
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const today = todayInChina(now())
      const rows = await database.reading(scopeOf(c), (tx) =>
        listOrders(tx, facets, today, after, limit + 1),
      )
      const { items, nextCursor } = pageOf(rows, limit, cursors, positionOf)
      return c.json(
        {
          items: items.map(({ issuedInstant: _sortKey, ...row }) => withOverdue(row, today)),
          nextCursor,
        },
        200,
      )
    })
    .openapi(one, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      return c.json(
        shown(c, await database.reading(scopeOf(c), (tx) => findOrder(tx, enterpriseId, id))),
        200,
      )
    })
    .openapi(issue, async (c) => {
      const input = c.req.valid('json')
      const acting = actingOf(c, now())
      const { isNew, order } = await database.scoped(scopeOf(c), async (tx) => {
        const issued = await issueOrder(tx, input, acting)
        return { isNew: issued.isNew, order: await findOrder(tx, input.enterpriseId, issued.id) }
      })
      const body = shown(c, order)
      c.header('Location', `/api/enterprises/${body.enterpriseId}/supervision-orders/${body.id}`)
      return isNew ? c.json(body, 201) : c.json(body, 200)
    })
    .openapi(act, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const input = c.req.valid('json')
      const acting = actingOf(c, now())
      const order = await database.scoped(scopeOf(c), async (tx) => {
        await actOnOrder(tx, enterpriseId, id, input, acting)
        return findOrder(tx, enterpriseId, id)
      })
      return c.json(shown(c, order), 200)
    })
}
