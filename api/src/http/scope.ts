import type { Context, MiddlewareHandler } from 'hono'
import type { Scope } from '../db/scope.ts'

/** What a request carries besides its message. */
export interface AppEnv {
  Variables: { scope: Scope }
}

/** Decides for whom a request reads. */
export type ScopeResolver = (c: Context) => Scope | Promise<Scope>

/** Until there are accounts everybody reads what the command centre reads. */
export const everybodyReadsWide: ScopeResolver = () => ({ audience: 'wide' })

/** Settles a request's scope once, before any handler runs. */
export function settleScope(resolve: ScopeResolver): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    c.set('scope', await resolve(c))
    await next()
  }
}

/** The scope a handler reads the database with. */
export function scopeOf(c: Context<AppEnv>): Scope {
  return c.get('scope')
}
