import { describe, expect, it } from 'vitest'
import { RateLimit, TooManyRequestsError } from './rate-limit.ts'

describe('a rate limit', () => {
  it('lets each key come so often in a window, then again in the next', () => {
    let seconds = 0
    const limit = new RateLimit({
      times: 2,
      windowSeconds: 60,
      now: () => new Date(seconds * 1000),
    })
    limit.take('a')
    seconds = 50
    limit.take('a')
    expect(() => limit.take('a')).toThrow(TooManyRequestsError)
    expect(() => limit.take('a')).toThrow('10 秒')
    limit.take('b')
    seconds = 60
    limit.take('a')
    limit.take('a')
    expect(() => limit.take('a')).toThrow(TooManyRequestsError)
  })

  it('forgets the oldest when many come', () => {
    const limit = new RateLimit({ times: 1, windowSeconds: 60, now: () => new Date(0), maxKeys: 2 })
    for (const key of ['a', 'b', 'c', 'a']) limit.take(key)
    expect(() => limit.take('c')).toThrow(TooManyRequestsError)
  })
})
