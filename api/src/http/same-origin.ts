import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../domain/errors.ts'

/** A page of another site made the browser send this. */
class CrossSiteError extends DomainError {
  override readonly name = 'CrossSiteError'

  constructor() {
    super('cross-site-request', 403, {
      zh: '拒绝来自其他网站的请求',
      en: 'Requests made by other sites are refused',
    })
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses what pages of other sites make a signed-in person's browser send. Every browser says where a request
 * that changes something comes from, by Origin or Sec-Fetch-Site; a program that says neither carries nobody's cookies.
 * @param publicOrigin where browsers reach the product, if that differs from the Host they name
 */
export function sameOriginOnly(publicOrigin: string | undefined): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('Origin')
    const site = c.req.header('Sec-Fetch-Site')
    const foreign =
      origin === undefined
        ? site !== undefined && site !== 'same-origin' && site !== 'none'
        : origin !== publicOrigin &&
          hostOf(origin) !== c.req.header('Host') &&
          origin !== new URL(c.req.url).origin
    if (foreign && !SAFE_METHODS.has(c.req.method)) throw new CrossSiteError()
    await next()
  }
}

/** `null`, which sandboxed pages send, has no host and is foreign. */
function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
