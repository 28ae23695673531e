import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { INSPECTION_KIND_CODES } from '../domain/inspection-kind.ts'
import { INSPECTION_TASK_STATUS_CODES } from '../domain/inspection-task.ts'
import { dayAfter } from '../domain/calendar.ts'
import { todayInChina } from '../domain/overdue.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND, REFUSED } from '../http/problem.ts'
import {
  dayParam,
  ENTERPRISE_PARAMS,
  listOf,
  pageParams,
  param,
  uuidParam,
} from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { ONE_OF_ENTERPRISE } from './bodies.ts'
import { Figures, Task, TaskItem } from './schema.ts'
import { createTaskMaker } from './task-maker.ts'
import { countTasks, findTask, listTasks, positionOf, TaskPosition } from './task-queries.ts'

const day = dayParam.optional()
const { q, gridId, areaCode } = ENTERPRISE_PARAMS
const FACETS = {
  status: listOf(
    z.enum(INSPECTION_TASK_STATUS_CODES),
    `one of ${INSPECTION_TASK_STATUS_CODES.join(', ')}`,
  ),
  kind: listOf(z.enum(INSPECTION_KIND_CODES), `one of ${INSPECTION_KIND_CODES.join(', ')}`),
  enterpriseId: uuidParam.optional(),
  planId: uuidParam.optional(),
  assigneeId: uuidParam.optional(),
  from: day,
  to: day,
  q,
  gridId,
  areaCode,
}

const list = createRoute({
  method: 'get',
  path: '/inspection-tasks',
  summary: 'Inspection tasks by their last day in time',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      ...FACETS,
      order: param(z.enum(['asc', 'desc']), 'asc or desc').default('desc'),
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(TaskItem), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
    ...REFUSED,
  },
})
const figures = createRoute({
  method: 'get',
  path: '/inspection-figures',
  summary:
    'How inspection goes: open tasks today, and what became of those due in a period (30 days unless said)',
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      enterpriseId: uuidParam.optional(),
      from: day,
      to: day,
      q,
      gridId,
      areaCode,
    }),
  },
  responses: { 200: jsonAnswer('The figures', Figures), ...BAD_REQUEST, ...REFUSED },
})
const one = createRoute({
  method: 'get',
  path: '/enterprises/{enterpriseId}/inspection-tasks/{id}',
  summary: 'A task with its checklist and what was found',
  ...allow(...TRADE_ROLES),
  request: { params: ONE_OF_ENTERPRISE },
  responses: { 200: jsonAnswer('The task', Task), ...BAD_REQUEST, ...REFUSED, ...NOT_FOUND },
})

const cursors = {
  asc: cursorCodec('inspection-tasks-asc', TaskPosition),
  desc: cursorCodec('inspection-tasks-desc', TaskPosition),
}
const DAYS = 30

/** `/inspection-tasks`, `/inspection-figures`, `/enterprises/{enterpriseId}/inspection-tasks` */
export function taskRoutes(deps: AppDeps) {
  const { database, now } = deps
  const maker = createTaskMaker(deps)
  return createRouter()
    .openapi(list, async (c) => {
      const { limit, cursor, order, kind, ...facets } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors[order].decode(cursor)
      const today = todayInChina(now())
      await maker.seeTo()
      const rows = await database.reading(scopeOf(c), (tx) =>
        listTasks(tx, { ...facets, inspectionKind: kind }, today, order, after, limit + 1),
      )
      return c.json(pageOf(rows, limit, cursors[order], positionOf), 200)
    })
    .openapi(figures, async (c) => {
      const { from, to, ...facets } = c.req.valid('query')
      const today = todayInChina(now())
      await maker.seeTo()
      const period = { from: from ?? dayAfter(to ?? today, 1 - DAYS), to: to ?? today }
      const { due, inProgress, overdue, stillInTime, ...rest } = await database.reading(
        scopeOf(c),
        (tx) => countTasks(tx, facets, period, today),
      )
      const over = rest.planned - stillInTime
      return c.json(
        {
          ...period,
          open: { due, 'in-progress': inProgress, overdue },
          ...rest,
          inTimeRate: over === 0 ? null : rest.inTime / over,
        },
        200,
      )
    })
    .openapi(one, async (c) => {
      const { enterpriseId, id } = c.req.valid('param')
      const task = await database.reading(scopeOf(c), (tx) =>
        findTask(tx, enterpriseId, id, todayInChina(now())),
      )
      if (task === undefined) throw new NotFoundError('inspection-task')
      return c.json(task, 200)
    })
}
