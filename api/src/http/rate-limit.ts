import { DomainError } from '../domain/errors.ts'

interface RateLimitOptions {
  /** How often one key may come within a window. */
  readonly times: number
  readonly windowSeconds: number
  readonly now: () => Date
  /** Keys remembered at once; the oldest windows go first. @default 10000 */
  readonly maxKeys?: number
}

/** Somebody asks too often. */
export class TooManyRequestsError extends DomainError {
  override readonly name = 'TooManyRequestsError'

  constructor(override readonly retryAfterSeconds: number) {
    super('too-many-requests', 429, {
      zh: `操作过于频繁，请在 ${retryAfterSeconds} 秒后重试`,
      en: `Too many requests: try again in ${retryAfterSeconds} seconds`,
    })
  }
}

/** Counts how often each key comes, in this process's memory. */
export class RateLimit {
  /** In the order in which the windows began. */
  #windows = new Map<string, { readonly endsAt: number; count: number }>()

  constructor(private readonly options: RateLimitOptions) {}

  /**
   * Counts one request of a key.
   * @throws TooManyRequestsError when that is one too many
   */
  take(key: string): void {
    const { times, windowSeconds, now, maxKeys = 10_000 } = this.options
    const at = now().getTime()
    const open = this.#windows.get(key)
    if (open !== undefined && at < open.endsAt) {
      if (open.count >= times) throw new TooManyRequestsError(Math.ceil((open.endsAt - at) / 1000))
      open.count += 1
      return
    }
    this.#windows.delete(key)
    for (const [oldest, { endsAt }] of this.#windows) {
      if (endsAt > at && this.#windows.size < maxKeys) break
      this.#windows.delete(oldest)
    }
    this.#windows.set(key, { endsAt: at + windowSeconds * 1000, count: 1 })
  }
}
