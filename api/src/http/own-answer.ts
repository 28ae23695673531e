import type { MiddlewareHandler } from 'hono'
import { OWN_ANSWER_HEADER } from '../domain/own-answer.ts'

/** Marks every answer as the API's own. */
export function markOwnAnswers(): MiddlewareHandler {
  return async (c, next) => {
    await next()
    c.res.headers.set(OWN_ANSWER_HEADER, '1')
  }
}
