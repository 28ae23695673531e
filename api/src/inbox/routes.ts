import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { INBOX_GROUPS, inboxOf, type InboxKind } from '../domain/inbox.ts'
import { todayInChina } from '../domain/overdue.ts'
import { ORDER_STATUS_CODES } from '../domain/supervision-order.ts'
import { allow, SIGNED_IN } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { BAD_REQUEST } from '../http/problem.ts'
import { HAZARD_LIST_PARAMS, listOf, wholeNumber } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, type Reader } from '../http/scope.ts'
import { countMatters, isMatterKind, pressingMatters } from './matters.ts'
import { countHazards, countOrders, pressingHazards, pressingOrders } from './queries.ts'
import { Inbox } from './schema.ts'

const inbox = createRoute({
  method: 'get',
  path: '/inbox',
  summary: 'What waits for the reader, the most pressing first',
  ...allow(...SIGNED_IN),
  request: {
    query: z.strictObject({
      items: wholeNumber(0, 20).default(5).meta({ description: 'How many of each group to show' }),
    }),
  },
  responses: {
    200: jsonAnswer('Every group of the role, also the empty ones', Inbox),
    ...BAD_REQUEST,
  },
})

/** A group's list is asked for as a reader would ask for it. */
const HazardQuery = z.strictObject(HAZARD_LIST_PARAMS)
const OrderQuery = z.strictObject({
  status: listOf(z.enum(ORDER_STATUS_CODES), 'a status'),
  overdue: HAZARD_LIST_PARAMS.overdue,
})

interface Asking {
  readonly reader: Reader
  /** The office whose objects are meant; empty for whoever sees no others. */
  readonly own: { officeId?: string[] }
  /** `YYYY-MM-DD` in China. */
  readonly today: string
  readonly limit: number
}

/** `/inbox` */
export function inboxRoutes({ database, now }: Pick<AppDeps, 'database' | 'now'>) {
  return createRouter().openapi(inbox, async (c) => {
    const { items } = c.req.valid('query')
    const reader = readerOf(c)
    const { role, scope } = reader
    const at = now()
    // Grids and enterprises see their own rows only; the bureau sees all, and its own office's wait for it.
    const own =
      role === 'bureau' && scope.officeId !== undefined ? { officeId: [scope.officeId] } : {}
    const asking = { reader, own, today: todayInChina(at), limit: items }
    const kinds = role === 'public' ? [] : inboxOf(role)
    const groups = await database.reading(scope, async (tx) => {
      const read: Inbox['groups'] = []
      for (const kind of kinds) read.push({ kind, ...(await readGroup(tx, kind, asking)) })
      return read
    })
    return c.json({ asOf: at.toISOString(), officeId: own.officeId?.[0] ?? null, groups }, 200)
  })
}

async function readGroup(
  tx: Tx,
  kind: InboxKind,
  { reader, own, today, limit }: Asking,
): Promise<Omit<Inbox['groups'][number], 'kind'>> {
  const none = { hazards: [], orders: [], matters: [] }
  const { of, query } = INBOX_GROUPS[kind]
  if (of === 'order') {
    const facets = { ...OrderQuery.parse(query), ...own }
    return {
      ...none,
      count: await countOrders(tx, facets, today),
      orders: limit === 0 ? [] : await pressingOrders(tx, facets, today, limit),
    }
  }
  if (of === 'hazard') {
    const facets = { ...HazardQuery.parse(query), ...own }
    return {
      ...none,
      count: await countHazards(tx, facets, today),
      hazards: limit === 0 ? [] : await pressingHazards(tx, facets, today, limit),
    }
  }
  if (!isMatterKind(kind)) return { ...none, count: 0 }
  const asked = { reader, today }
  return {
    ...none,
    count: await countMatters(tx, kind, asked),
    matters: limit === 0 ? [] : await pressingMatters(tx, kind, of, asked, limit),
  }
}
