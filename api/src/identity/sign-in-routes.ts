import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { recordAct } from '../db/audit.ts'
import { DEMO_PASSWORD } from '../domain/demonstration.ts'
import { allow } from '../http/allow.ts'
import type { AppDeps } from '../http/deps.ts'
import { jsonAnswer } from '../http/json.ts'
import { createRouter } from '../http/router.ts'
import { readerOf, type AppEnv } from '../http/scope.ts'
import { SINGLE_SIGN_ON, type Auth } from './auth.ts'
import { authRoute } from './auth-route.ts'
import { forward } from './forward.ts'
import { knownDevices } from './known-devices.ts'
import { listDemoAccounts, recordSignIn } from './queries.ts'
import { identityScope } from './reader.ts'
import {
  CallbackQuery,
  Code,
  Credentials,
  Done,
  SignInAnswer,
  SignInOptions,
  SingleSignOnAnswer,
  SingleSignOnRequest,
} from './schema.ts'
import { signIn } from './sign-in.ts'

const OPEN = allow('public')

const options = createRoute({
  method: 'get',
  path: '/sign-in-options',
  summary: 'Ways to sign in besides a password',
  ...OPEN,
  responses: { 200: jsonAnswer('What the sign-in screen offers', SignInOptions) },
})
const byPassword = authRoute(
  '/sign-in/username',
  'Sign in by username and password',
  OPEN,
  Credentials,
  SignInAnswer,
)
const byTotp = authRoute(
  '/two-factor/verify-totp',
  'Show the code of an authenticator app, to sign in or to finish setting it up',
  OPEN,
  Code,
  Done,
)
const byBackupCode = authRoute(
  '/two-factor/verify-backup-code',
  'Sign in by a backup code',
  OPEN,
  Code,
  Done,
)
const signOut = authRoute('/sign-out', 'End the session', OPEN, z.object({}).default({}), Done)
const elsewhere = authRoute(
  '/sign-in/oauth2',
  'Sign in by government single sign-on',
  OPEN,
  SingleSignOnRequest,
  SingleSignOnAnswer,
)
const callback = createRoute({
  method: 'get',
  path: `/auth/callback/${SINGLE_SIGN_ON}`,
  summary: 'Where single sign-on sends the browser back to',
  ...OPEN,
  request: { query: CallbackQuery },
  responses: { 302: { description: 'Signed in, or back to the sign-in screen with the reason' } },
})

const Elsewhere = z.object({ url: z.url() })
const SomebodyIn = z.object({ user: z.object({ id: z.uuid() }) })
const DONE = { success: true as const }

/** Everything that is done before somebody is signed in. */
export function signInRoutes(deps: AppDeps, auth: Auth) {
  const { database, config } = deps
  const devices = knownDevices(deps)

  /** Somebody has shown a second factor too. */
  async function cameIn(c: Context<AppEnv>, userId: string): Promise<void> {
    await database.scoped(identityScope(readerOf(c).scope), (tx) => recordSignIn(tx, userId))
    await devices.remember(c, userId)
  }

  return createRouter()
    .openapi(options, async (c) => {
      const demoAccounts = await database.scoped({ audience: 'identity' }, listDemoAccounts)
      return c.json(
        {
          demoAccounts,
          demoPassword: demoAccounts.length > 0 ? DEMO_PASSWORD : null,
          singleSignOn:
            config.singleSignOn === undefined
              ? null
              : { providerId: SINGLE_SIGN_ON, name: config.singleSignOn.name },
        },
        200,
      )
    })
    .openapi(byPassword, async (c) => {
      const { username, password } = c.req.valid('json')
      const { secondFactor } = await signIn(
        deps,
        auth,
        devices,
        c,
        username.toLowerCase(),
        password,
      )
      return c.json({ twoFactorRedirect: secondFactor }, 200)
    })
    .openapi(byTotp, async (c) => {
      const { scope, sessionId } = readerOf(c)
      const { body } = await forward(auth, c, {
        path: '/two-factor/verify-totp',
        body: c.req.valid('json'),
      })
      if (sessionId === null) await cameIn(c, SomebodyIn.parse(body).user.id)
      else
        await database.scoped(identityScope(scope), (tx) =>
          recordAct(tx, {
            action: 'two-factor',
            table: 'users',
            key: { id: scope.userId ?? '' },
            changes: { two_factor_enabled: { from: false, to: true } },
          }),
        )
      return c.json(DONE, 200)
    })
    .openapi(byBackupCode, async (c) => {
      const { body } = await forward(auth, c, {
        path: '/two-factor/verify-backup-code',
        body: c.req.valid('json'),
      })
      await cameIn(c, SomebodyIn.parse(body).user.id)
      return c.json(DONE, 200)
    })
    .openapi(signOut, async (c) => {
      const { scope } = readerOf(c)
      await forward(auth, c, { path: '/sign-out' })
      const { userId } = scope
      if (userId !== undefined)
        await database.scoped(identityScope(scope), (tx) =>
          recordAct(tx, { action: 'sign-out', table: 'users', key: { id: userId } }),
        )
      return c.json(DONE, 200)
    })
    .openapi(elsewhere, async (c) => {
      const { providerId, ...urls } = c.req.valid('json')
      const { body } = await forward(auth, c, {
        path: '/sign-in/social',
        body: { provider: providerId, ...urls, disableRedirect: true },
      })
      return c.json(Elsewhere.parse(body), 200)
    })
    .openapi(callback, async (c) => {
      const query = new URLSearchParams(
        Object.entries(c.req.valid('query')).filter(
          (told): told is [string, string] => told[1] !== undefined,
        ),
      )
      const { location } = await forward(auth, c, {
        method: 'GET',
        path: `/callback/${SINGLE_SIGN_ON}?${query}`,
      })
      return c.redirect(location ?? '/', 302)
    })
}
