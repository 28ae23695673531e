import { Hono } from 'hono'
import { DomainError } from '../domain/errors.ts'
import type { AppDeps } from '../http/deps.ts'
import { ownHostOnly } from '../http/own-host.ts'
import { plainRefusal } from '../http/plain-refusal.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { limitTime, TooSlowError } from '../http/time-limit.ts'
import { limitPages, PAGE_LIMITS, type PageLimits } from './page-limits.ts'
import { publicPages } from './pages/routes.ts'

/** Paths that the public pages answer; everything else is the application's. */
export const PUBLIC_PATHS = /^\/(public(\/|$)|sitemap\.xml$|robots\.txt$)/

/** The public's pages as a site of their own. @param deps `webRoot`: folder that `vite build` wrote */
export function createPublicSite(
  deps: AppDeps & { readonly webRoot: string },
  limits: PageLimits = PAGE_LIMITS,
): Hono {
  const site = new Hono()
  site.use(securityHeaders(deps.config))
  site.use(ownHostOnly(deps.config))
  site.use(limitPages(limits.requests, deps.now, deps.config.trustProxy))
  site.use(limitTime())
  site.onError((error, c) => {
    if (error instanceof DomainError) return plainRefusal(error)
    if (error instanceof TooSlowError)
      return c.text(`${error.text.zh}\n${error.text.en}\n`, error.status)
    deps.log(`${c.req.method} ${c.req.path}`, error)
    return c.text(
      '服务器暂时无法回答，请稍后再试。\nThe server cannot answer just now; please try again later.\n',
      500,
    )
  })
  return site.route('/', publicPages(deps, limits.made))
}
