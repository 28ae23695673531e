import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND } from '../http/problem.ts'
import { pageParams, param, uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf } from '../http/scope.ts'
import {
  countUnread,
  listMessages,
  markAllRead,
  markRead,
  MessagePosition,
  type MessageRow,
} from './queries.ts'
import { Message } from './schema.ts'

const list = createRoute({
  method: 'get',
  path: '/messages',
  summary: 'What this reader has been told, newest first, and how much of it is unread',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      unread: param(
        z.stringbool({ truthy: ['true'], falsy: ['false'] }),
        'true or false',
      ).optional(),
      ...pageParams(30),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(Message), nextCursor: z.string().nullable(), unread: z.int() }),
    ),
    ...BAD_REQUEST,
  },
})
const read = createRoute({
  method: 'post',
  path: '/messages/{id}/read',
  summary: 'Mark a message as read',
  ...allow(...TRADE_ROLES),
  request: { params: z.object({ id: uuidParam }) },
  responses: { 204: { description: 'Read' }, ...BAD_REQUEST, ...NOT_FOUND },
})
const readAll = createRoute({
  method: 'post',
  path: '/messages/read-all',
  summary: 'Mark every message as read',
  ...allow(...TRADE_ROLES),
  responses: { 204: { description: 'Read' } },
})

const cursors = cursorCodec('messages', MessagePosition)
const positionOf = ({ sentInstant, id }: MessageRow): MessagePosition => [sentInstant, id]

/** `/messages` */
export function messageRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(list, async (c) => {
      const { unread = false, limit, cursor } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const reader = readerOf(c)
      const at = now()
      const found = await database.reading(reader.scope, async (tx) => ({
        rows: await listMessages(tx, reader, at, { unread, after, limit: limit + 1 }),
        unread: await countUnread(tx, reader, at),
      }))
      const { items, nextCursor } = pageOf(found.rows, limit, cursors, positionOf)
      return c.json(
        {
          items: items.map(({ sentInstant: _sortKey, ...message }) => message),
          nextCursor,
          unread: found.unread,
        },
        200,
      )
    })
    .openapi(readAll, async (c) => {
      await database.scoped(scopeOf(c), (tx) => markAllRead(tx, readerOf(c), now()))
      return c.body(null, 204)
    })
    .openapi(read, async (c) => {
      const done = await database.scoped(scopeOf(c), (tx) =>
        markRead(tx, readerOf(c), c.req.valid('param').id, now()),
      )
      if (!done) throw new NotFoundError('message')
      return c.body(null, 204)
    })
}
