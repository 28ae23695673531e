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

  it('does not count what came to nothing', async () => {
    const limit = new RateLimit({ times: 1, windowSeconds: 60, now: () => new Date(0) })
    const fails = () => limit.during('a', () => Promise.reject(new Error('the disk is full')))
    for (let time = 0; time < 3; time++) await expect(fails()).rejects.toThrow('the disk is full')
    expect(await limit.during('a', async () => 'done')).toBe('done')
    await expect(limit.during('a', async () => 'again')).rejects.toThrow(TooManyRequestsError)
  })

  it('says when it is possible again, in seconds and in the answer', () => {
    const limit = new RateLimit({
      times: 1,
      windowSeconds: 3600,
      now: () => new Date('2026-11-23T02:10:00Z'),
    })
    limit.take('a')
    expect(() => limit.take('a')).toThrow(
      expect.objectContaining({
        text: {
          zh: '操作过于频繁，请在 11:10 以后重试',
          en: 'Too many requests: try again after 11:10',
        },
        retryAfterSeconds: 3600,
        more: { retryAt: '2026-11-23T03:10:00.000Z' },
      }),
    )
  })
})
