import type { MiddlewareHandler } from 'hono'
import { ROLE_CODES, type Role } from '../domain/role.ts'
import { BarredError, NotSignedInError, RoleRefusedError } from './refusals.ts'
import { readerOf, type AppEnv, type Reader } from './scope.ts'

/** Whom an operation can be declared for. `public` is everybody, signed in or not. */
export type Caller = Role | 'public'

/** Who works with the trade's rows; which of them each sees is the database's business. */
export const TRADE_ROLES = [
  'leader',
  'bureau',
  'grid',
  'enterprise',
] as const satisfies readonly Role[]
export const SIGNED_IN: readonly Role[] = ROLE_CODES

/** What `allow` adds to a route. */
interface Allowance {
  /** Declared in the OpenAPI document, from which the tests of every role on every operation are made. */
  readonly 'x-roles': Caller[]
  readonly middleware: MiddlewareHandler<AppEnv>[]
}

/**
 * Declares who may call an operation, and sees to it. Spread it into the route:
 * @example createRoute({ method: 'get', path: '/grids', ...allow('leader', 'grid'), responses })
 */
export function allow(...callers: readonly Caller[]): Allowance {
  return { 'x-roles': [...callers], middleware: [admit(callers, () => false)] }
}

/** Like `allow`, and also for who has yet to change a password or to set up two-factor sign-in. */
export function allowUnsettled(...callers: readonly Caller[]): Allowance {
  return {
    'x-roles': [...callers],
    middleware: [admit(callers, (barrier) => barrier !== 'no-appointment')],
  }
}

function admit(
  callers: readonly Caller[],
  passes: (barrier: NonNullable<Reader['barrier']>) => boolean,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const { role, barrier } = readerOf(c)
    if (!callers.includes('public')) {
      if (role === 'public') throw new NotSignedInError()
      if (!callers.includes(role)) throw new RoleRefusedError()
      if (barrier !== null && !passes(barrier)) throw new BarredError(barrier)
    }
    await next()
  }
}
