import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { admin, genericOAuth, twoFactor, username } from 'better-auth/plugins'
import type { SingleSignOn } from '../config.ts'
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '../domain/password.ts'
import { SESSION_HOURS } from '../domain/sign-in-limits.ts'
import { emailOf } from '../domain/username.ts'
import type { AppDeps } from '../http/deps.ts'
import { acting } from './acting.ts'
import { recordSignIn } from './queries.ts'
import { scopedAdapter } from './scoped-adapter.ts'

/** The provider's name in paths: `/api/auth/callback/government`. */
export const SINGLE_SIGN_ON = 'government'
/** Carries the client's address to better-auth; set by us on every request, whatever the client sent. */
export const CLIENT_IP_HEADER = 'x-onemap-client-ip'
const PRODUCT = '双防一张图'

/**
 * better-auth on our tables. Its endpoints are reached through the routes of this folder only: what no route
 * forwards to, such as signing up or the admin plugin's own endpoints, does not exist.
 */
export function createAuth({ database, config, authSecret, log }: AppDeps) {
  const { publicOrigin, singleSignOn } = config
  return betterAuth({
    appName: PRODUCT,
    secret: authSecret,
    basePath: '/api/auth',
    ...(publicOrigin === undefined ? {} : { baseURL: publicOrigin }),
    database: scopedAdapter(database),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN_LENGTH,
      maxPasswordLength: PASSWORD_MAX_LENGTH,
    },
    // The absolute end never moves; that an idle session ends before is the business of readerBySession.
    session: { expiresIn: SESSION_HOURS * 3600, disableSessionRefresh: true },
    account: {
      encryptOAuthTokens: true,
      accountLinking: {
        enabled: true,
        trustedProviders: [SINGLE_SIGN_ON],
        requireLocalEmailVerified: false,
      },
    },
    databaseHooks: {
      session: {
        create: {
          // Other ways in are recorded by their routes, which know more than that a session began.
          after: async ({ userId }, context) => {
            if (!context?.path?.startsWith('/callback/')) return
            const { scope, tx } = acting()
            await (tx === undefined
              ? database.scoped(scope, (opened) => recordSignIn(opened, userId))
              : recordSignIn(tx, userId))
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'onemap',
      useSecureCookies: publicOrigin?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      // http/same-origin.ts does it for every route alike.
      disableCSRFCheck: true,
    },
    trustedOrigins: (request) => (request === undefined ? [] : [new URL(request.url).origin]),
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    onAPIError: { throw: true },
    logger: { level: 'error', log: (_level, message) => log('sign-in', new Error(message)) },
    plugins: [
      username({ minUsernameLength: 3, maxUsernameLength: 30 }),
      admin({ defaultRole: 'grid' }),
      twoFactor({ issuer: PRODUCT }),
      ...(singleSignOn === undefined
        ? []
        : [genericOAuth({ config: [governmentProvider(singleSignOn)] })]),
    ],
  })
}

export type Auth = ReturnType<typeof createAuth>

/** Only people who are known already come in, matched by their username. */
function governmentProvider({ issuer, clientId, clientSecret, name }: SingleSignOn) {
  return {
    providerId: SINGLE_SIGN_ON,
    name,
    discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    scopes: ['openid', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    disableImplicitSignUp: true,
    mapProfileToUser: (profile: Record<string, unknown>) => ({
      email: emailOf(
        typeof profile['preferred_username'] === 'string' ? profile['preferred_username'] : '',
      ),
    }),
  }
}
