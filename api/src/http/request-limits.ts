import { bodyLimit } from 'hono/body-limit'
import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../domain/errors.ts'
import { clientIp } from './client-ip.ts'
import { RateLimit } from './rate-limit.ts'
import { readerOf, type AppEnv } from './scope.ts'

/** No message of the API needs more; uploads have limits of their own. */
export const MOST_BODY_BYTES = 1024 * 1024

/** The message is larger than anything the API takes. */
class BodyTooLargeError extends DomainError {
  override readonly name = 'BodyTooLargeError'

  constructor() {
    super('body-too-large', 413, {
      zh: '提交的内容超过 1 MB',
      en: 'The message is larger than 1 MB',
    })
  }
}

/** Operations that take files. Each has a `limitUpload` of its own, after it is settled who may send at all. */
const UPLOADS: readonly RegExp[] = [/^\/api\/enterprises\/[^/]+\/(?:evidence|control-list)$/]

/** Refuses messages that are too large before reading them. */
export function limitBody(): MiddlewareHandler {
  const limit = bodyLimit({
    maxSize: MOST_BODY_BYTES,
    onError: () => {
      throw new BodyTooLargeError()
    },
  })
  return (c, next) =>
    c.req.method === 'POST' && UPLOADS.some((path) => path.test(c.req.path))
      ? next()
      : limit(c, next)
}

/** What a message of form data needs besides its file. */
const ENVELOPE_BYTES = 64 * 1024

/**
 * Refuses a file that is too large before reading it. Spread it behind `allow`, and name the operation in UPLOADS.
 * @param refusal what to throw
 */
export function limitUpload(
  mostBytes: number,
  refusal: () => DomainError,
): MiddlewareHandler<AppEnv> {
  return bodyLimit({
    maxSize: mostBytes + ENVELOPE_BYTES,
    onError: () => {
      throw refusal()
    },
  })
}

/** Requests a minute: of one address without an account, and of one person. A screen makes about ten to start with. */
const PER_MINUTE = { public: 300, person: 1200 } as const

/** Keeps one caller from taking everybody's share. Whoever is signed in is counted by name, others by address. */
export function limitRequests(now: () => Date, trustProxy: boolean): MiddlewareHandler<AppEnv> {
  const anonymous = new RateLimit({ times: PER_MINUTE.public, windowSeconds: 60, now })
  const people = new RateLimit({ times: PER_MINUTE.person, windowSeconds: 60, now })
  return async (c, next) => {
    const {
      scope: { userId },
    } = readerOf(c)
    const address = clientIp(c, trustProxy)
    if (userId !== undefined) people.take(userId)
    // Requests that no socket brought are the product's own.
    else if (address !== undefined) anonymous.take(address)
    await next()
  }
}
