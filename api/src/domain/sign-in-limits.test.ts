import { describe, expect, it } from 'vitest'
import { heldBack, oneMoreFailure, pausedUntil, type SignInFailures } from './sign-in-limits.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const of = (more: Partial<SignInFailures>): SignInFailures => ({
  kind: 'pair',
  failures: 0,
  lastAt: NOW,
  pausedUntil: null,
  ...more,
})
const pauseOf = (one: SignInFailures) => {
  const { pausedUntil: end } = oneMoreFailure(one, NOW)
  return end === null ? 0 : (end.getTime() - NOW.getTime()) / 1000
}

describe('wrong passwords', () => {
  it('pause from the fifth on, twice as long each time, a quarter of an hour at most', () => {
    expect(Array.from({ length: 12 }, (_, failures) => pauseOf(of({ failures })))).toEqual([
      0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
    ])
    expect(pauseOf(of({ failures: 10_000 }))).toBe(900)
  })

  it.each([
    ['device', 5],
    ['pair', 5],
    ['account', 20],
    ['address', 50],
  ] as const)('of a %s are free up to %d', (kind, free) => {
    expect(pauseOf(of({ kind, failures: free - 2 }))).toBe(0)
    expect(pauseOf(of({ kind, failures: free - 1 }))).toBe(30)
  })

  it('are forgotten after an hour without one', () => {
    expect(oneMoreFailure(of({ failures: 9, lastAt: minutesAgo(60) }), NOW).failures).toBe(10)
    expect(oneMoreFailure(of({ failures: 9, lastAt: minutesAgo(61) }), NOW)).toEqual({
      failures: 1,
      pausedUntil: null,
    })
  })

  it.each([1, 90, 249.5, 250, 251, 612])(
    'leave at a full quarter of a second after %d ms',
    (took) => {
      const leaves = took + heldBack(took)
      expect(leaves % 250).toBe(0)
      expect(leaves - took).toBeGreaterThanOrEqual(0)
      expect(leaves - took).toBeLessThan(250)
    },
  )

  it('hold until the longest of their pauses is over', () => {
    const soon = new Date(NOW.getTime() + 30_000)
    const later = new Date(NOW.getTime() + 60_000)
    expect(pausedUntil([of({ pausedUntil: soon }), of({ pausedUntil: later })], NOW)).toEqual(later)
    expect(pausedUntil([of({ pausedUntil: NOW }), of({})], NOW)).toBeNull()
  })
})
