import type { MiddlewareHandler } from 'hono'
import { clientIp } from '../http/client-ip.ts'
import { RateLimit } from '../http/rate-limit.ts'

/** Requests a minute that one address may make; a village may sit behind the one address of its telephone company. */
export interface PageLimits {
  readonly requests: number
  /** Pages that have to be made for it: those that stand ready cost next to nothing. */
  readonly made: number
}

export const PAGE_LIMITS: PageLimits = { requests: 1800, made: 240 }

/** Keeps one reader from taking everybody's share of the public pages. */
export function limitPages(
  requests: number,
  now: () => Date,
  trustProxy: boolean,
): MiddlewareHandler {
  const limit = new RateLimit({ times: requests, windowSeconds: 60, now })
  return async (c, next) => {
    const address = clientIp(c, trustProxy)
    // Requests that no socket brought are the product's own.
    if (address !== undefined) limit.take(address)
    await next()
  }
}
