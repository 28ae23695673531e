import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { scopeKey } from '../db/scope.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { BAD_REQUEST, REFUSED } from '../http/problem.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, type Reader } from '../http/scope.ts'
import { createHub } from './hub.ts'
import { openSink } from './sink.ts'

/** Often enough that nobody hears anything a minute after a session or an appointment has ended. */
const RECHECK_MS = 30_000

const seq = z.coerce.number().int().nonnegative()

const events = createRoute({
  method: 'get',
  path: '/events',
  summary: 'What changes, as it changes (server-sent events)',
  description: [
    '`hello` {seq} first; then `change`: an array of {topic, action: insert|update|delete|reset, enterpriseId?, id?, no?, row?},',
    'where a `row` is what the map draws of an enterprise, a risk point or a hazard now; `reset` {seq}: too much was missed, read everything anew.',
    'Every frame has an `id` to come back with as Last-Event-ID. Each reader hears of the rows that are theirs to see.',
  ].join(' '),
  ...allow(...TRADE_ROLES),
  request: {
    query: z.strictObject({
      since: seq.optional().describe('the last id seen, where Last-Event-ID cannot be sent'),
    }),
    headers: z.object({ 'last-event-id': seq.optional() }),
  },
  responses: {
    200: {
      description: 'Goes on until either side ends it',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...BAD_REQUEST,
    ...REFUSED,
  },
})

/** Who a session stands for now, without using it; undefined when it has ended. */
export type ReadAgain = (sessionId: string) => Promise<Reader | undefined>

interface Visitor {
  readonly reader: Reader
  readonly end: () => void
}

/** `/events` */
export function liveRoutes({ database, log, stopping }: AppDeps, readAgain: ReadAgain) {
  const hub = createHub({ database, log })
  const visitors = new Set<Visitor>()
  let recheck: NodeJS.Timeout | undefined
  stopping?.addEventListener(
    'abort',
    () => {
      clearInterval(recheck)
      void hub.stop()
    },
    { once: true },
  )

  async function endThoseWhoMayNot(): Promise<void> {
    for (const { reader, end } of Array.from(visitors)) {
      if (reader.sessionId === null) continue
      const now = await readAgain(reader.sessionId)
      if (
        now === undefined ||
        now.barrier !== null ||
        now.role !== reader.role ||
        scopeKey(now.scope) !== scopeKey(reader.scope)
      )
        end()
    }
  }

  return createRouter().openapi(events, (c) => {
    const reader = readerOf(c)
    const since = c.req.valid('header')['last-event-id'] ?? c.req.valid('query').since
    const { sink, response } = openSink(c, () => {
      leave()
      visitors.delete(visitor)
    })
    const visitor: Visitor = { reader, end: () => sink.end() }
    visitors.add(visitor)
    const leave = hub.join({ scope: reader.scope, sink, since })
    recheck ??= setInterval(() => {
      endThoseWhoMayNot().catch((error: unknown) =>
        log('live sessions', error instanceof Error ? error : new Error(String(error))),
      )
    }, RECHECK_MS).unref()
    return response
  })
}
