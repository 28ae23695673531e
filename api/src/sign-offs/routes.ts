import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { sendMessages } from '../db/messages.ts'
import type { SignedOff } from '../db/sign-offs.ts'
import type { SignOffDecision, SignOffSubject } from '../domain/sign-off.ts'
import { actorOf } from '../http/actor.ts'
import { allow } from '../http/allow.ts'
import { cursorCodec, pageOf } from '../http/cursor.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, CONFLICT, NOT_FOUND, REFUSED, UNPROCESSABLE } from '../http/problem.ts'
import { pageParams, uuidParam } from '../http/query-params.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, type Reader } from '../http/scope.ts'
import {
  findSignOff,
  listSignOffs,
  settleSignOff,
  SignOffPosition,
  type SignOffRow,
} from './queries.ts'
import { SignOffSettledError, SignOffWordError } from './refusals.ts'
import { SignOff, SignOffDecisionRequest, SignOffQuery } from './schema.ts'

/** Does what was approved, in the transaction of the approval; one for each subject. */
export type CarryOut = (tx: Tx, reader: Reader, signedOff: SignedOff, at: Date) => Promise<void>

const ONE = { params: z.object({ id: uuidParam }) }
const SETTLED = {
  200: jsonAnswer('The request as it stands now', SignOff),
  ...BAD_REQUEST,
  ...REFUSED,
  ...NOT_FOUND,
  ...CONFLICT,
  ...UNPROCESSABLE,
}

const list = createRoute({
  method: 'get',
  path: '/sign-offs',
  summary:
    'Acts that were put before the leaders, newest first: all for a leader, one’s office’s for an officer',
  ...allow('leader', 'bureau'),
  request: { query: SignOffQuery.extend(pageParams(50)) },
  responses: {
    200: jsonAnswer(
      'One page',
      z.object({ items: z.array(SignOff), nextCursor: z.string().nullable() }),
    ),
    ...BAD_REQUEST,
  },
})
const one = createRoute({
  method: 'get',
  path: '/sign-offs/{id}',
  summary: 'One request for approval, with what it rests on',
  ...allow('leader', 'bureau'),
  request: ONE,
  responses: { 200: jsonAnswer('The request', SignOff), ...BAD_REQUEST, ...REFUSED, ...NOT_FOUND },
})
const decide = createRoute({
  method: 'post',
  path: '/sign-offs/{id}/decisions',
  summary: 'Approve, which does what was asked for at once, or refuse with a reason',
  ...allow('leader'),
  request: { ...ONE, body: jsonBody(SignOffDecisionRequest) },
  responses: SETTLED,
})
const withdraw = createRoute({
  method: 'post',
  path: '/sign-offs/{id}/withdrawal',
  summary: 'Take back what one has put forward oneself, before it is decided',
  ...allow('bureau'),
  request: ONE,
  responses: SETTLED,
})

const cursors = cursorCodec('sign-offs', SignOffPosition)
const positionOf = ({ proposedInstant, id }: SignOffRow): SignOffPosition => [proposedInstant, id]
const shown = ({ proposedInstant: _sortKey, ...signOff }: SignOffRow): SignOff => signOff

/** `/sign-offs`. @param carryOut what an approval sets going, by subject */
export function signOffRoutes(
  { database, now }: Pick<AppDeps, 'database' | 'now'>,
  carryOut: Readonly<Record<SignOffSubject, CarryOut>>,
) {
  async function settle(
    reader: Reader,
    id: string,
    decision: SignOffDecision | 'withdrawn',
    word: string | undefined,
    actor: ReturnType<typeof actorOf>,
  ): Promise<SignOff> {
    const at = now()
    return database.scoped(reader.scope, async (tx) => {
      const stood = await findSignOff(tx, id)
      if (stood === undefined) throw new NotFoundError('sign-off')
      const settled = await settleSignOff(tx, id, decision, word, actor, at)
      if (settled === undefined)
        throw new SignOffSettledError(shown((await findSignOff(tx, id)) ?? stood))
      if (decision === 'approved') await carryOut[settled.subject](tx, reader, settled, at)
      await sendMessages(
        tx,
        {
          enterpriseId: settled.enterpriseId,
          subject: 'sign-off',
          subjectId: id,
          at,
          params: {
            code: stood.hazard.code,
            description: stood.hazard.description.slice(0, 80),
            by: actor.name,
            act: settled.act,
            ...(word === undefined ? {} : { reason: word.slice(0, 80) }),
          },
        },
        [
          decision === 'withdrawn'
            ? { recipient: 'leader', kind: 'sign-off-withdrawn' }
            : { recipient: 'user', userId: settled.proposedBy, kind: `sign-off-${decision}` },
        ],
      )
      const after = await findSignOff(tx, id)
      if (after === undefined) throw new NotFoundError('sign-off')
      return shown(after)
    })
  }

  return createRouter()
    .openapi(list, async (c) => {
      const { state, limit, cursor } = c.req.valid('query')
      const after = cursor === undefined ? undefined : cursors.decode(cursor)
      const { scope } = readerOf(c)
      const rows = await database.reading(scope, (tx) =>
        listSignOffs(tx, { officeId: scope.officeId }, state, after, limit + 1),
      )
      const { items, nextCursor } = pageOf(rows, limit, cursors, positionOf)
      return c.json({ items: items.map(shown), nextCursor }, 200)
    })
    .openapi(one, async (c) => {
      const found = await database.reading(readerOf(c).scope, (tx) =>
        findSignOff(tx, c.req.valid('param').id),
      )
      if (found === undefined) throw new NotFoundError('sign-off')
      return c.json(shown(found), 200)
    })
    .openapi(decide, async (c) => {
      const { decision, word } = c.req.valid('json')
      if (decision === 'refused' && word === undefined) throw new SignOffWordError()
      return c.json(
        await settle(readerOf(c), c.req.valid('param').id, decision, word, actorOf(c)),
        200,
      )
    })
    .openapi(withdraw, async (c) =>
      c.json(
        await settle(readerOf(c), c.req.valid('param').id, 'withdrawn', undefined, actorOf(c)),
        200,
      ),
    )
}
