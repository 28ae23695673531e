import type { MiddlewareHandler } from 'hono'

/**
 * What the API answers is somebody's own unless it says otherwise: no proxy and no disk keeps it. What carries a mark of
 * its version may lie in the reader's own browser, which asks each time whether it still stands.
 */
export function privateAnswers(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (c.res.headers.has('Cache-Control')) return
    c.res.headers.set('Cache-Control', c.res.headers.has('ETag') ? 'private, no-cache' : 'no-store')
  }
}
