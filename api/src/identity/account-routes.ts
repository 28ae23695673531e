import { createRoute } from '@hono/zod-openapi'
import { recordAct } from '../db/audit.ts'
import { DomainError } from '../domain/errors.ts'
import { todayInChina } from '../domain/overdue.ts'
import { passwordProblems } from '../domain/password.ts'
import { allow, allowUnsettled, SIGNED_IN } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { REFUSED } from '../http/problem.ts'
import { NotSignedInError } from '../http/refusals.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, type Reader } from '../http/scope.ts'
import type { Auth } from './auth.ts'
import { authRoute } from './auth-route.ts'
import { forward } from './forward.ts'
import { findBySession, markPasswordChosen, type SignedIn } from './queries.ts'
import { holdings, identityScope } from './reader.ts'
import { BackupCodes, Done, Enrolment, Me, PasswordChange, PasswordOnly } from './schema.ts'

const SETTLING = allowUnsettled(...SIGNED_IN)

const me = createRoute({
  method: 'get',
  path: '/me',
  summary: 'Who is signed in',
  ...SETTLING,
  responses: { 200: jsonAnswer('The person with today’s appointment', Me), ...REFUSED },
})
const changePassword = authRoute(
  '/change-password',
  'Choose a new password; every other session ends',
  SETTLING,
  PasswordChange,
  Done,
)
const enrol = authRoute(
  '/two-factor/enable',
  'Begin to set up two-factor sign-in; verify-totp ends it',
  SETTLING,
  PasswordOnly,
  Enrolment,
)
const withdraw = authRoute(
  '/two-factor/disable',
  'Give up two-factor sign-in',
  allow(...SIGNED_IN),
  PasswordOnly,
  Done,
)
const newCodes = authRoute(
  '/two-factor/generate-backup-codes',
  'New backup codes in place of the old',
  allow(...SIGNED_IN),
  PasswordOnly,
  BackupCodes,
)

const DONE = { success: true as const }

/** What somebody does about their own account. */
export function accountRoutes({ database, config, now }: AppDeps, auth: Auth) {
  async function signedIn({ scope, sessionId }: Reader): Promise<SignedIn> {
    const found =
      sessionId === null
        ? undefined
        : await database.scoped(identityScope(scope), (tx) =>
            findBySession(tx, sessionId, todayInChina(now())),
          )
    if (found === undefined) throw new NotSignedInError()
    return found
  }

  return createRouter()
    .openapi(me, async (c) => {
      const person = await signedIn(readerOf(c))
      const {
        id,
        name,
        username,
        role,
        mustChangePassword,
        twoFactorEnabled,
        isDemo,
        appointments,
      } = person
      const position = appointments[0]?.position
      return c.json(
        {
          id,
          name,
          username,
          role,
          ...(position ? { position } : {}),
          ...held(person),
          mustChangePassword,
          twoFactorEnabled,
          twoFactorRequired: config.requireTwoFactor.includes(role),
          demo: isDemo,
        },
        200,
        { 'Cache-Control': 'no-store' },
      )
    })
    .openapi(changePassword, async (c) => {
      const { currentPassword, newPassword } = c.req.valid('json')
      const reader = readerOf(c)
      const { id, username } = await signedIn(reader)
      const problems = passwordProblems(newPassword, username ?? '')
      if (newPassword === currentPassword)
        problems.push({
          field: 'newPassword',
          text: { zh: '新密码不能与原密码相同', en: 'The new password is the old one' },
        })
      if (problems.length > 0)
        throw new DomainError(
          'weak-password',
          400,
          { zh: '新密码不合要求', en: 'The new password is not good enough' },
          problems,
        )
      await forward(auth, c, {
        path: '/change-password',
        body: { currentPassword, newPassword, revokeOtherSessions: true },
      })
      await database.scoped(identityScope(reader.scope), async (tx) => {
        await markPasswordChosen(tx, id)
        await recordAct(tx, { action: 'password-change', table: 'users', key: { id } })
      })
      return c.json(DONE, 200)
    })
    .openapi(enrol, async (c) => {
      const { body } = await forward(auth, c, {
        path: '/two-factor/enable',
        body: c.req.valid('json'),
      })
      return c.json(Enrolment.parse(body), 200)
    })
    .openapi(withdraw, async (c) => {
      const { scope } = readerOf(c)
      await forward(auth, c, { path: '/two-factor/disable', body: c.req.valid('json') })
      await database.scoped(identityScope(scope), (tx) =>
        recordAct(tx, {
          action: 'two-factor',
          table: 'users',
          key: { id: scope.userId ?? '' },
          changes: { two_factor_enabled: { from: true, to: false } },
        }),
      )
      return c.json(DONE, 200)
    })
    .openapi(newCodes, async (c) => {
      const { body } = await forward(auth, c, {
        path: '/two-factor/generate-backup-codes',
        body: c.req.valid('json'),
      })
      return c.json(BackupCodes.parse(body), 200)
    })
}

/** `holdings` with a list of its own, as answers want it. */
function held(person: SignedIn): { officeId?: string; enterpriseId?: string; gridIds?: string[] } {
  const { gridIds, ...rest } = holdings(person)
  return { ...rest, ...(gridIds === undefined ? {} : { gridIds: [...gridIds] }) }
}
