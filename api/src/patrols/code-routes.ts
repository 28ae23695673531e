import { createRoute } from '@hono/zod-openapi'
import { sql } from 'drizzle-orm'
import encodeQR from 'qr'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import { enterpriseCondition } from '../db/filters.ts'
import { queryRows } from '../db/rows.ts'
import { allow } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST, REFUSED } from '../http/problem.ts'
import { ENTERPRISE_PARAMS, pageParams, uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf } from '../http/scope.ts'
import { createPatrolCodes } from './code.ts'
import { PatrolCode } from './schema.ts'

const codes = createRoute({
  method: 'get',
  path: '/patrols/codes',
  summary:
    'The codes of objects, to be printed and put up there; that they were asked for is recorded. Not for grids: who has the code need not go there',
  ...allow('bureau'),
  request: {
    query: z.strictObject({
      ...ENTERPRISE_PARAMS,
      enterpriseId: uuidParam.optional(),
      ...pageParams(50),
    }),
  },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(PatrolCode), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
    ...REFUSED,
  },
})

const Row = PatrolCode.pick({
  enterpriseId: true,
  name: true,
  address: true,
  gridName: true,
}).extend({ gridCode: z.string() })
const Position = z.tuple([z.string(), z.string(), z.guid()])
const cursors = cursorCodec('patrol-codes', Position)

/** `/patrols/codes` */
export function codeRoutes({ database, config, authSecret }: AppDeps) {
  const signed = createPatrolCodes(authSecret)
  return createRouter().openapi(codes, async (c) => {
    const { limit, cursor, enterpriseId, ...facets } = c.req.valid('query')
    const after = cursor === undefined ? undefined : cursors.decode(cursor)
    const scope = scopeOf(c)
    const rows = await database.scoped(scope, async (tx) => {
      const asked = { ...facets, enterpriseId }
      const changes = Object.fromEntries(
        Object.entries(asked)
          .filter(([, value]) => value !== undefined)
          .map(([facet, value]) => [facet, { from: null, to: value }]),
      )
      await recordAct(tx, {
        action: 'export',
        table: 'patrol_visits',
        key: {},
        objectName: '巡查码',
        changes,
      })
      return queryRows(
        tx,
        Row,
        sql`
        SELECT e.id AS "enterpriseId", e.name, e.address, g.name AS "gridName", g.code AS "gridCode"
        FROM enterprises e JOIN grids g ON g.id = e.grid_id
        WHERE ${enterpriseCondition(facets)} AND e.office_id = ${scope.officeId ?? null}
          AND ${enterpriseId === undefined ? sql`true` : sql`e.id = ${enterpriseId}`}
          AND ${after === undefined ? sql`true` : sql`(g.code COLLATE "C", e.name COLLATE "C", e.id) > (${after[0]}, ${after[1]}, ${after[2]}::uuid)`}
        ORDER BY g.code COLLATE "C", e.name COLLATE "C", e.id
        LIMIT ${limit + 1}`,
      )
    })
    const origin = config.publicOrigin ?? new URL(c.req.url).origin
    const { items, nextCursor } = pageOf(rows, limit, cursors, (row) => [
      row.gridCode,
      row.name,
      row.enterpriseId,
    ])
    return c.json(
      {
        items: items.map(({ gridCode: _gridCode, ...row }) => {
          const content = `${origin}/patrol#${signed.codeOf(row.enterpriseId)}`
          return { ...row, content, svg: encodeQR(content, 'svg', { ecc: 'medium', border: 4 }) }
        }),
        nextCursor,
      },
      200,
      { 'Cache-Control': 'no-store' },
    )
  })
}
