import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { enterpriseExists } from '../db/enterprise-exists.ts'
import type { Tx } from '../db/database.ts'
import { neighbourProfileOn } from '../domain/neighbour-profile.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND } from '../http/problem.ts'
import { uuidParam, wordsParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { lateRuleAt } from './acting.ts'
import { noticeCondition } from './filters.ts'
import {
  findCandidates,
  linesOf,
  MustTell,
  mustTell,
  MustTellMe,
  mustTellMe,
  NoticeLines,
  RecipientCandidate,
} from './obligations.ts'
import { NOTICE_PARAMS } from './routes.ts'

const OF = z.object({ id: uuidParam })
const itemsOf = <Item extends z.ZodType>(description: string, item: Item) => ({
  200: jsonAnswer(description, z.object({ items: z.array(item) })),
})

const tell = createRoute({
  method: 'get',
  path: '/enterprises/{id}/must-tell',
  summary: 'Whom an enterprise has to tell of which of its points, and who was told',
  ...allow(...TRADE_ROLES),
  request: { params: OF },
  responses: {
    ...itemsOf('All points that concern somebody, the most dangerous first', MustTell),
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const tellMe = createRoute({
  method: 'get',
  path: '/enterprises/{id}/must-tell-me',
  summary: 'Who has to tell an enterprise of what, and what was told',
  ...allow(...TRADE_ROLES),
  request: { params: OF },
  responses: {
    ...itemsOf('All who have to, the most dangerous first', MustTellMe),
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const candidates = createRoute({
  method: 'get',
  path: '/enterprises/{id}/recipient-candidates',
  summary: 'Enterprises of a name within 20 km: whom else a notice could be for',
  ...allow(...TRADE_ROLES),
  request: {
    params: OF,
    query: z.strictObject({
      q: wordsParam('part of a name or of its pinyin initials'),
    }),
  },
  responses: {
    ...itemsOf('At most 20, nearest first', RecipientCandidate),
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const MOST_LINES = 2000

const lines = createRoute({
  method: 'get',
  path: '/neighbour-notices/lines',
  summary: 'Notices as the map draws them: rings, and lines to whom they are for',
  ...allow(...TRADE_ROLES),
  request: { query: z.strictObject(NOTICE_PARAMS) },
  responses: {
    200: jsonAnswer(
      `The most dangerous first, at most ${MOST_LINES}; issued ones unless a status is asked for`,
      z.object({ items: z.array(NoticeLines), isComplete: z.boolean() }),
    ),
    ...BAD_REQUEST,
  },
})

/** `/enterprises/{id}/must-tell`, `/enterprises/{id}/must-tell-me`, `/enterprises/{id}/recipient-candidates`, `/neighbour-notices/lines` */
export function obligationRoutes({ database, now }: Pick<AppDeps, 'database' | 'now'>) {
  const today = () => todayInChina(now())

  /** What `read` finds of an enterprise that the reader sees. */
  async function ofSeen<Item>(tx: Tx, id: string, read: () => Promise<Item[]>): Promise<Item[]> {
    if (!(await enterpriseExists(tx, id))) throw new NotFoundError('enterprise')
    return read()
  }

  return createRouter()
    .openapi(tell, async (c) => {
      const { id } = c.req.valid('param')
      const items = await database.reading(scopeOf(c), (tx) =>
        ofSeen(tx, id, () => mustTell(tx, id, neighbourProfileOn(today()), today())),
      )
      return c.json({ items }, 200)
    })
    .openapi(tellMe, async (c) => {
      const { id } = c.req.valid('param')
      const scope = scopeOf(c)
      const items = await database.reading(scope, (tx) =>
        ofSeen(tx, id, () =>
          mustTellMe(tx, id, neighbourProfileOn(today()), today(), scope.audience === 'wide'),
        ),
      )
      return c.json({ items }, 200)
    })
    .openapi(candidates, async (c) => {
      const { id } = c.req.valid('param')
      const { q } = c.req.valid('query')
      const items = await database.reading(scopeOf(c), (tx) =>
        ofSeen(tx, id, () => findCandidates(tx, id, q)),
      )
      return c.json({ items }, 200)
    })
    .openapi(lines, async (c) => {
      const { status = ['issued'], ...facets } = c.req.valid('query')
      const found = await database.reading(scopeOf(c), (tx) =>
        linesOf(
          tx,
          noticeCondition({ status, ...facets }, lateRuleAt(now())),
          MOST_LINES + 1,
          neighbourProfileOn(today()),
          today(),
        ),
      )
      return c.json(
        { items: found.slice(0, MOST_LINES), isComplete: found.length <= MOST_LINES },
        200,
      )
    })
}
