import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import type { Tx } from '../db/database.ts'
import { maskMobile } from '../domain/mask-mobile.ts'
import { allow, TRADE_ROLES } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { NotFoundError } from '../http/errors.ts'
import { jsonAnswer, jsonBody } from '../http/json.ts'
import { BAD_REQUEST, NOT_FOUND, REFUSED, TOO_MANY_REQUESTS } from '../http/problem.ts'
import { RateLimit } from '../http/rate-limit.ts'
import { RoleRefusedError } from '../http/refusals.ts'
import { createRouter } from '../http/router.ts'
import { readerOf } from '../http/scope.ts'
import { findResponsibilityMobile, findUserIdNumber, findUserMobile } from './queries.ts'
import { prose } from '../http/text-input.ts'

const reason = prose(200, 4).meta({ description: 'Why the number is needed; it goes on record' })

/** Who answers for a risk point: for who works with the trade's rows. A person of the system: for who manages people. */
const Reveal = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('responsibility'),
      enterpriseId: z.uuid(),
      id: z.uuid(),
      reason,
    }),
    z.strictObject({
      kind: z.literal('user'),
      what: z.enum(['mobile', 'id-number']).default('mobile'),
      id: z.uuid(),
      reason,
    }),
  ])
  .meta({ id: 'Reveal' })
type Reveal = z.output<typeof Reveal>

const reveal = createRoute({
  method: 'post',
  path: '/personal-data/reveal',
  summary: 'One mobile or identity number in full, for a reason that is recorded',
  ...allow(...TRADE_ROLES, 'admin'),
  request: { body: jsonBody(Reveal) },
  responses: {
    200: jsonAnswer('The number', z.object({ number: z.string() })),
    ...BAD_REQUEST,
    ...REFUSED,
    ...NOT_FOUND,
    ...TOO_MANY_REQUESTS,
  },
})

function find(tx: Tx, asked: Reveal) {
  if (asked.kind === 'responsibility')
    return findResponsibilityMobile(tx, asked.enterpriseId, asked.id)
  return asked.what === 'mobile' ? findUserMobile(tx, asked.id) : findUserIdNumber(tx, asked.id)
}

function objectOf(asked: Reveal) {
  return asked.kind === 'user'
    ? { table: 'users' as const, key: { id: asked.id } }
    : {
        table: 'responsibilities' as const,
        key: { enterprise_id: asked.enterpriseId, id: asked.id },
        enterpriseId: asked.enterpriseId,
      }
}

/** `/personal-data` */
export function personalDataRoutes({ database, sealer, now }: AppDeps) {
  const limit = new RateLimit({ times: 30, windowSeconds: 600, now })

  return createRouter().openapi(reveal, async (c) => {
    const { role, scope } = readerOf(c)
    const asked = c.req.valid('json')
    if ((asked.kind === 'user') !== (role === 'admin')) throw new RoleRefusedError()
    // The number and its entry on record come together or not at all.
    const revealIn = async (tx: Tx) => {
      const found = await find(tx, asked)
      if (found === undefined) throw new NotFoundError('number')
      await recordAct(tx, {
        action: 'reveal',
        ...objectOf(asked),
        objectName: found.name,
        changes: {
          what: { from: null, to: asked.kind === 'user' ? asked.what : 'mobile' },
          reason: { from: null, to: maskMobile(asked.reason) },
        },
      })
      return sealer.unseal(found.sealed)
    }
    const number = await limit.during(scope.userId ?? scope.requestIp ?? '', () =>
      database.scoped(scope, revealIn),
    )
    c.header('Cache-Control', 'no-store')
    return c.json({ number }, 200)
  })
}
