import { DomainError } from '../domain/errors.ts'
import { secondsUntil, whenAgain } from '../domain/when-again.ts'

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

  constructor(
    readonly again: Date,
    now: Date,
  ) {
    const when = whenAgain(again, now)
    super(
      'too-many-requests',
      429,
      { zh: `操作过于频繁，请${when.zh}重试`, en: `Too many requests: try again ${when.en}` },
      [],
      { retryAt: again.toISOString() },
      secondsUntil(again, now),
    )
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
    const at = now()
    const open = this.#windows.get(key)
    if (open !== undefined && at.getTime() < open.endsAt) {
      if (open.count >= times) throw new TooManyRequestsError(new Date(open.endsAt), at)
      open.count += 1
      return
    }
    this.#windows.delete(key)
    for (const [oldest, { endsAt }] of this.#windows) {
      if (endsAt > at.getTime() && this.#windows.size < maxKeys) break
      this.#windows.delete(oldest)
    }
    this.#windows.set(key, { endsAt: at.getTime() + windowSeconds * 1000, count: 1 })
  }

  /** Takes back one request of a key that came to nothing. */
  giveBack(key: string): void {
    const open = this.#windows.get(key)
    if (open !== undefined && open.count > 0) open.count -= 1
  }

  /**
   * Counts work of a key unless it fails: what was refused, or failed through a fault of ours, is no use made of it.
   * @throws TooManyRequestsError before the work, when that is one too many
   */
  async during<T>(key: string, work: () => Promise<T>): Promise<T> {
    this.take(key)
    try {
      return await work()
    } catch (error) {
      this.giveBack(key)
      throw error
    }
  }
}
