import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import {
  NOTICE_CAUSE_CODES,
  NOTICE_STATUS_CODES,
  noticeActionsFor,
  noticePartsOf,
  receiptState,
} from '../domain/neighbour-notice.ts'
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
  levelNumbers,
  listOf,
  pageParams,
  param,
  uuidParam,
  wordsParam,
} from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf, type AppEnv } from '../http/scope.ts'
import { actingFor, lateRuleAt } from './acting.ts'
import {
  findNotice,
  listNotices,
  NoticePosition,
  positionOf,
  type NoticeDetail,
} from './queries.ts'
import { NewNotice, Notice, NoticeAct, NoticeChange, NoticeItem, NoticesToIssue } from './schema.ts'
import { actOnNotice, changeDraft, draftByHand } from './writes.ts'

const ONE = z.object({ enterpriseId: uuidParam, id: uuidParam })
const OF_ENTERPRISE = z.object({ enterpriseId: uuidParam })

/** What lists and maps of notices are narrowed by. */
export const NOTICE_PARAMS = {
  status: listOf(z.enum(NOTICE_STATUS_CODES), `one of ${NOTICE_STATUS_CODES.join(', ')}`),
  cause: listOf(z.enum(NOTICE_CAUSE_CODES), `one of ${NOTICE_CAUSE_CODES.join(', ')}`),
  level: levelNumbers,
  receipt: param(
    z.enum(['waiting', 'late']),
    'waiting or late: somebody was told and has not signed (in time)',
  ).optional(),
  enterpriseId: uuidParam.optional(),
  riskPointId: uuidParam.optional(),
  officeId: HAZARD_LIST_PARAMS.officeId,
  gridId: ENTERPRISE_PARAMS.gridId,
  bbox: ENTERPRISE_PARAMS.bbox,
  q: wordsParam('part of an enterprise’s or a point’s name').optional(),
}

const list = createRoute({
  method: 'get',
  path: '/neighbour-notices',
  summary: 'Notices to neighbours, newest first',
  ...allow(...TRADE_ROLES),
  request: { query: z.strictObject({ ...NOTICE_PARAMS, ...pageParams(50) }) },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(NoticeItem), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
  },
})

const one = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/neighbour-notices/{id}',
  summary: 'One notice word by word, whom it is for, and what the reader may do',
  ...allow(...TRADE_ROLES),
  request: { params: ONE },
  responses: { 200: jsonAnswer('The notice', Notice), ...BAD_REQUEST, ...NOT_FOUND },
})

const draft = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/neighbour-notices',
  summary: 'Draft a corrected version of a point’s notice',
  ...allow('enterprise'),
  request: { params: OF_ENTERPRISE, body: jsonBody(NewNotice) },
  responses: {
    200: jsonAnswer('The draft of that id stands already', Notice),
    201: jsonAnswer('Drafted', Notice),
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...CONFLICT,
  },
})

const change = createRoute({
  method: 'patch',
  path: '/enterprises/{enterpriseId}/neighbour-notices/{id}',
  summary: 'Put a draft in other words, add recipients by hand',
  ...allow('enterprise'),
  request: { params: ONE, body: jsonBody(NoticeChange) },
  responses: {
    200: jsonAnswer('The draft as it stands now', Notice),
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

const act = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/neighbour-notices/{id}/events',
  summary: 'Approve and send, withdraw or discard a notice',
  ...allow('enterprise'),
  request: { params: ONE, body: jsonBody(NoticeAct) },
  responses: {
    200: jsonAnswer('The notice as it stands now', Notice),
    204: { description: 'Discarded' },
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

const issueMany = createRoute({
  method: 'post',
  path: '/enterprises/{enterpriseId}/neighbour-notices/issue',
  summary: 'Approve and send several drafts, all of them or none',
  ...allow('enterprise'),
  request: { params: OF_ENTERPRISE, body: jsonBody(NoticesToIssue) },
  responses: {
    200: jsonAnswer('How many went out', z.object({ issued: z.int() })),
    ...BAD_REQUEST,
    ...NOT_FOUND,
    ...CONFLICT,
    ...UNPROCESSABLE,
  },
})

const cursors = cursorCodec('neighbour-notices', NoticePosition)

/** `/neighbour-notices`, `/enterprises/{enterpriseId}/neighbour-notices` */
export function neighbourNoticeRoutes({ database, now }: Pick<AppDeps, 'database' | 'now'>) {
  function shown(c: Context<AppEnv>, found: NoticeDetail | undefined) {
    if (found === undefined) throw new NotFoundError('notice')
    const { clientId: _clientId, ...notice } = found
    const { role, scope, position } = readerOf(c)
    const parts =
      scope.enterpriseId === notice.enterpriseId ? noticePartsOf(role, position ?? null) : []
    const rule = lateRuleAt(now())
    return {
      ...notice,
      recipients: notice.recipients.map((recipient) => ({
        ...recipient,
        state: receiptState(
          {
            toldOn: recipient.toldAt === null ? null : todayInChina(new Date(recipient.toldAt)),
            isSigned: recipient.signedAt !== null,
          },
          rule.today,
          rule,
        ),
      })),
      actions: noticeActionsFor(notice, parts, {
        content: notice.content,
        recipients: notice.recipients.length,
      }),
    }
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const rows = await database.reading(scopeOf(c), (tx) =>
        listNotices(tx, facets, lateRuleAt(now()), { after, limit: limit + 1 }),
      )
      const { items, nextCursor } = pageOf(rows, limit, cursors, positionOf)
      return c.json(
        { items: items.map(({ sortInstant: _sortKey, ...row }) => row), nextCursor },
        200,
      )
    })
    .openapi(one, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      return c.json(
        shown(
          c,
          await database.reading(scopeOf(c), (tx) =>
            findNotice(tx, enterpriseId, id, lateRuleAt(now())),
          ),
        ),
        200,
      )
    })
    .openapi(draft, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const input = c.req.valid('json')
      const acting = actingFor(c, enterpriseId, now())
      const { isNew, notice } = await database.scoped(scopeOf(c), async (tx) => {
        const drafted = await draftByHand(tx, enterpriseId, input, acting)
        return {
          isNew: drafted.isNew,
          notice: await findNotice(tx, enterpriseId, drafted.id, acting.rule),
        }
      })
      const answer = shown(c, notice)
      c.header('Location', `/api/enterprises/${enterpriseId}/neighbour-notices/${answer.id}`)
      return isNew ? c.json(answer, 201) : c.json(answer, 200)
    })
    .openapi(change, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const input = c.req.valid('json')
      const acting = actingFor(c, enterpriseId, now())
      const notice = await database.scoped(scopeOf(c), async (tx) => {
        await changeDraft(tx, enterpriseId, id, input, acting)
        return findNotice(tx, enterpriseId, id, acting.rule)
      })
      return c.json(shown(c, notice), 200)
    })
    .openapi(act, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const input = c.req.valid('json')
      const acting = actingFor(c, enterpriseId, now())
      const notice = await database.scoped(scopeOf(c), async (tx) => {
        await actOnNotice(tx, enterpriseId, id, input, acting)
        return findNotice(tx, enterpriseId, id, acting.rule)
      })
      return input.type === 'discard' ? c.body(null, 204) : c.json(shown(c, notice), 200)
    })
    .openapi(issueMany, async (c) => {
      const { enterpriseId } = c.req.valid('param')
      const { items } = c.req.valid('json')
      const acting = actingFor(c, enterpriseId, now())
      await database.scoped(scopeOf(c), async (tx) => {
        for (const { id, version } of items)
          await actOnNotice(tx, enterpriseId, id, { type: 'issue', version }, acting)
      })
      return c.json({ issued: items.length }, 200)
    })
}
