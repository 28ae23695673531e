import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { approvalRulesOn } from '../db/approval-rules.ts'
import { isOverdue, overdueDays, todayInChina, type Due } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND } from '../http/problem.ts'
import { HAZARD_LIST_PARAMS, pageParams, uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, scopeOf } from '../http/scope.ts'
import { HazardPosition, listHazards, positionOf } from './queries.ts'
import { findHazard } from './record.ts'
import { Hazard, HazardItem } from './schema.ts'
import { showHazard } from './show.ts'

const list = createRoute({
  method: 'get',
  path: '/hazards',
  summary: 'Hazards, newest first',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({ ...HAZARD_LIST_PARAMS, ...pageParams(50) }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(HazardItem), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
  },
})

const one = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/hazards/{id}',
  summary: 'One hazard with its whole history',
  ...allow(...TRADE_ROLES),
  request: { params: z.object({ enterpriseId: uuidParam, id: uuidParam }) },
  responses: {
    200: jsonAnswer('The hazard', Hazard),
    ...BAD_REQUEST,
    ...NOT_FOUND,
  },
})

const cursors = cursorCodec('hazards', HazardPosition)

/** Overdue is derived wherever a hazard is shown. */
export function withOverdue<Row extends Due>(row: Row, today: string) {
  return { ...row, overdue: isOverdue(row, today), overdueDays: overdueDays(row, today) }
}

/** `/hazards`, `/enterprises/{enterpriseId}/hazards` */
export function hazardRoutes({ database, now }: AppDeps) {
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const today = todayInChina(now())
      const rows = await database.reading(scopeOf(c), (tx) =>
        listHazards(tx, facets, today, after, limit + 1),
      )
      const { items, nextCursor } = pageOf(rows, limit, cursors, positionOf)
      return c.json(
        {
          items: items.map(({ reportedInstant: _sortKey, ...row }) => withOverdue(row, today)),
          nextCursor,
        },
        200,
      )
    })
    .openapi(one, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const reader = readerOf(c)
      const at = now()
      const shown = await database.reading(reader.scope, async (tx) => {
        const found = await findHazard(tx, enterpriseId, id)
        if (found === undefined) throw new NotFoundError('hazard')
        return showHazard(tx, reader, found, await approvalRulesOn(tx, todayInChina(at)), at)
      })
      return c.json(shown, 200)
    })
}
