import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { actOnBatch, BATCH_KINDS, needsOutsideReason } from '../domain/disclosure-batch.ts'
import { officeHeads } from '../db/office-heads.ts'
import { windowState } from '../domain/disclosure-window.ts'
import { todayInChina } from '../domain/overdue.ts'
import { actorOf } from '../http/actor.ts'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED } from '../http/problem.ts'
import { uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { scopeOf, readerOf } from '../http/scope.ts'
import {
  beginBatch,
  findBatch,
  listBatches,
  openBatchId,
  stepBatch,
  touchBatch,
} from './batches.ts'
import { changeItems, fillBatch, listCandidates, listItems } from './items.ts'
import { changesNow, previewOf } from './preview.ts'
import { publishBatch, submitBatch } from './publish.ts'
import { lastBatch } from './published.ts'
import { BatchRefusedError, DisclosureConflictError } from './refusals.ts'
import { tellOfBatch } from './tell.ts'
import {
  Batch,
  BatchActRequest,
  BatchChange,
  BatchWithSites,
  Candidate,
  ItemChanges,
  NewBatch,
  Preview,
  Window,
} from './schema.ts'

const OFFICERS = allow('bureau')
const READERS = allow('leader', 'bureau')
const ONE = { params: z.object({ id: uuidParam }) }
const list = <Schema extends z.ZodType>(item: Schema) =>
  z.object({ items: z.array(item), nextCursor: z.null() })
const CHANGED = { ...BAD_REQUEST, ...REFUSED, ...NOT_FOUND, ...CONFLICT }

const batches = createRoute({
  method: 'get',
  path: '/disclosure/batches',
  summary: 'Batches of the public roster, newest first',
  ...READERS,
  responses: { 200: jsonAnswer('All of them', list(Batch)), ...REFUSED },
})
const begin = createRoute({
  method: 'post',
  path: '/disclosure/batches',
  summary: 'Begin a batch: filled with what stands and, if regular, with what is proposed',
  ...OFFICERS,
  request: { body: jsonBody(NewBatch) },
  responses: { 201: jsonAnswer('The draft', Batch), ...BAD_REQUEST, ...REFUSED, ...CONFLICT },
})
const one = createRoute({
  method: 'get',
  path: '/disclosure/batches/{id}',
  summary: 'A batch with its sites',
  ...READERS,
  request: ONE,
  responses: {
    200: jsonAnswer('The batch', BatchWithSites),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
  },
})
const change = createRoute({
  method: 'patch',
  path: '/disclosure/batches/{id}',
  summary: 'Change title and note of a draft',
  ...OFFICERS,
  request: { ...ONE, body: jsonBody(BatchChange) },
  responses: { 200: jsonAnswer('The batch', Batch), ...CHANGED },
})
const changeSites = createRoute({
  method: 'patch',
  path: '/disclosure/batches/{id}/items',
  summary: 'Put sites in, take them out, say something in plainer words',
  ...OFFICERS,
  request: { ...ONE, body: jsonBody(ItemChanges) },
  responses: { 200: jsonAnswer('The batch', Batch), ...CHANGED },
})
const preview = createRoute({
  method: 'get',
  path: '/disclosure/batches/{id}/preview',
  summary: 'Exactly what will be public, and what changes by it',
  ...READERS,
  request: ONE,
  responses: { 200: jsonAnswer('The preview', Preview), ...BAD_REQUEST, ...REFUSED, ...NOT_FOUND },
})
const act = createRoute({
  method: 'post',
  path: '/disclosure/batches/{id}/acts',
  summary: 'Submit, approve and publish, return, discard; four eyes',
  ...OFFICERS,
  request: { ...ONE, body: jsonBody(BatchActRequest) },
  responses: { 200: jsonAnswer('The batch', Batch), ...CHANGED, 422: CONFLICT[409] },
})
const candidates = createRoute({
  method: 'get',
  path: '/disclosure/candidates',
  summary: 'Every site, whether proposed, whether published',
  ...READERS,
  responses: { 200: jsonAnswer('All of them', list(Candidate)), ...REFUSED },
})
const window = createRoute({
  method: 'get',
  path: '/disclosure/window',
  summary: 'How this month’s follow-up stands',
  ...READERS,
  responses: { 200: jsonAnswer('The window', Window), ...REFUSED },
})

/** `/disclosure` */
export function disclosureRoutes({ database, now }: AppDeps) {
  const monthOf = () => todayInChina(now()).slice(0, 7)
  return createRouter()
    .openapi(batches, async (c) =>
      c.json({ items: await database.reading(scopeOf(c), listBatches), nextCursor: null }, 200),
    )
    .openapi(begin, async (c) => {
      const { kind, title, note } = c.req.valid('json')
      const officer = actorOf(c)
      const begun = await database.scoped(scopeOf(c), async (tx) => {
        const standing = await lastBatch(tx)
        if (kind !== 'regular' && standing === undefined)
          throw new DisclosureConflictError('nothing-published')
        const period = monthOf()
        const id = await beginBatch(
          tx,
          officer,
          {
            kind,
            title: title ?? `${period} 风险源名册（${BATCH_KINDS[kind].zh}）`,
            note,
            at: now(),
          },
          period,
        )
        await fillBatch(tx, id, standing?.number ?? null, kind === 'regular')
        return findBatch(tx, id)
      })
      return c.json(begun, 201)
    })
    .openapi(one, async (c) => {
      const { id } = c.req.valid('param')
      const found = await database.reading(scopeOf(c), async (tx) => ({
        ...(await findBatch(tx, id)),
        items: await listItems(tx, id),
      }))
      const heads =
        found.status === 'submitted' ? await officeHeads(database, todayInChina(now())) : []
      const approvers = heads
        .filter(({ userId }) => userId !== found.preparedBy)
        .map(({ name, officeName }) => ({ name, officeName }))
      return c.json({ ...found, approvers }, 200)
    })
    .openapi(change, async (c) => {
      const { id } = c.req.valid('param')
      const { version, ...texts } = c.req.valid('json')
      return c.json(
        await database.scoped(scopeOf(c), async (tx) => {
          await touchBatch(tx, await findBatch(tx, id), version, actorOf(c), texts)
          return findBatch(tx, id)
        }),
        200,
      )
    })
    .openapi(changeSites, async (c) => {
      const { id } = c.req.valid('param')
      const { version, items } = c.req.valid('json')
      return c.json(
        await database.scoped(scopeOf(c), async (tx) => {
          await touchBatch(tx, await findBatch(tx, id), version, actorOf(c))
          await changeItems(tx, id, (await lastBatch(tx))?.number ?? null, items)
          return findBatch(tx, id)
        }),
        200,
      )
    })
    .openapi(preview, async (c) => {
      const { id } = c.req.valid('param')
      return c.json(
        await database.reading(scopeOf(c), async (tx) => previewOf(tx, await findBatch(tx, id))),
        200,
      )
    })
    .openapi(act, async (c) => {
      const { id } = c.req.valid('param')
      const { act: wanted, version, opinion, outsideReason } = c.req.valid('json')
      const reader = readerOf(c)
      const officer = actorOf(c)
      const at = now()
      const today = todayInChina(at)
      const heads =
        wanted === 'submit' ? (await officeHeads(database, today)).map(({ userId }) => userId) : []
      return c.json(
        await database.scoped(scopeOf(c), async (tx) => {
          const batch = await findBatch(tx, id)
          const outcome = actOnBatch(wanted, {
            status: batch.status,
            preparedBy: batch.preparedBy,
            actor: officer.id,
            actorIsHead: reader.position === 'head',
            today,
            ...(opinion === undefined ? {} : { opinion }),
            ...(outsideReason === undefined ? {} : { outsideReason }),
          })
          if (!outcome.ok) throw new BatchRefusedError(outcome.refusal)
          if (wanted === 'submit') await submitBatch(tx, batch, version, officer, at)
          else if (wanted === 'approve')
            await publishBatch(tx, batch, version, {
              officer,
              opinion: opinion ?? null,
              outsideReason: needsOutsideReason(wanted, today) ? (outsideReason ?? null) : null,
              at,
            })
          else
            await stepBatch(tx, id, version, {
              status: outcome.status,
              ...(wanted === 'return'
                ? { decision: { officer, at, opinion: opinion ?? null } }
                : {}),
            })
          const after = await findBatch(tx, id)
          await tellOfBatch(tx, after, {
            act: wanted,
            officer,
            preparedBy: batch.preparedBy,
            heads,
            at,
          })
          return after
        }),
        200,
      )
    })
    .openapi(candidates, async (c) => {
      const items = await database.reading(scopeOf(c), async (tx) =>
        listCandidates(tx, (await lastBatch(tx))?.number ?? null),
      )
      return c.json({ items, nextCursor: null }, 200)
    })
    .openapi(window, async (c) => {
      const today = todayInChina(now())
      return c.json(
        await database.reading(scopeOf(c), async (tx) => {
          const last = await lastBatch(tx)
          const published = (await listBatches(tx)).some(
            ({ kind, period, status }) =>
              kind === 'regular' && status === 'published' && period === monthOf(),
          )
          return {
            today,
            period: monthOf(),
            state: windowState(today, published),
            last: last ?? null,
            openBatchId: (await openBatchId(tx)) ?? null,
            changes: await changesNow(tx, last?.number),
          }
        }),
        200,
      )
    })
}
