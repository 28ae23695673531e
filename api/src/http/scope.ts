import type { Context, MiddlewareHandler } from 'hono'
import type { Scope } from '../db/scope.ts'
import type { Position } from '../domain/position.ts'
import type { Role } from '../domain/role.ts'

/** Why somebody who is signed in is let through to nothing, or to nothing but setting it right. */
export type Barrier = 'no-appointment' | 'password-change-required' | 'two-factor-required'

/** Who sends a request, and for whom it reads and writes. */
export interface Reader {
  readonly role: Role | 'public'
  readonly scope: Scope
  /** The post held within an enterprise, a grid or an office. */
  readonly position?: Position
  /** Null when nothing stands in the way. */
  readonly barrier: Barrier | null
  /** The session the request came with; null for the public. */
  readonly sessionId: string | null
}

/** What a request carries besides its message. */
export interface AppEnv {
  Variables: { reader: Reader }
}

/** Decides who sends a request. */
export type ReaderResolver = (c: Context) => Reader | Promise<Reader>

/** Settles once who sends a request, before any handler runs; whoever comes first settles it. */
export function settleReader(resolve: ReaderResolver): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (c.get('reader') === undefined) c.set('reader', await resolve(c))
    await next()
  }
}

/** Who sends this request. */
export function readerOf(c: Context<AppEnv>): Reader {
  return c.get('reader')
}

/** The scope a handler reads the database with. */
export function scopeOf(c: Context<AppEnv>): Scope {
  return readerOf(c).scope
}

/** Whether another office answers for it: somebody of the bureau writes only what their own does. */
export function isOfAnotherOffice({ role, scope }: Reader, officeId: string): boolean {
  return role === 'bureau' && scope.officeId !== officeId
}
