import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../domain/errors.ts'

/** The slowest screen asks for figures of a million points: seconds. What takes longer serves nobody any more. */
const MOST_MS = 30_000

/** The answer was not ready in time. */
export class TooSlowError extends DomainError {
  override readonly name = 'TooSlowError'
  override readonly status = 503

  constructor() {
    super('too-slow', 503, {
      zh: '服务器忙，这次请求用时过长，不再等待；若是提交，可能已经办成，重试前请先查看',
      en: 'The server is busy and this request took too long. If it sent something, that may be done all the same: look before sending it again',
    })
  }
}

/**
 * Operations that may take as long as they need: snapshots of whole layers, files that come in, and events without
 * end. What is sent piece by piece has its answer at once and is not cut either.
 */
const UNLIMITED: readonly RegExp[] = [
  /^\/api\/map\/.+\.arrow$/,
  /^\/api\/events$/,
  /^\/api\/enterprises\/[^/]+\/(?:evidence|control-list)$/,
]

/** Answers 503 when a request takes too long; whoever waits learns it, and nobody's connection is held for ever. */
export function limitTime(mostMs = MOST_MS): MiddlewareHandler {
  return async (c, next) => {
    if (UNLIMITED.some((path) => path.test(c.req.path))) return next()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new TooSlowError()), mostMs)
    })
    try {
      await Promise.race([next(), late])
    } finally {
      clearTimeout(timer)
    }
  }
}
