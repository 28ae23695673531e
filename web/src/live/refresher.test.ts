import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRefresher } from './refresher.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('createRefresher', () => {
  it('asks again at once, then not more often than it should, and forgets nothing', () => {
    const told: string[][] = []
    const { take } = createRefresher((topics) => told.push([...topics]))
    take(['messages'])
    take(['orders'])
    vi.advanceTimersByTime(100)
    expect(told).toEqual([['messages', 'workbench', 'sign-offs', 'orders']])
    take(['hazards'])
    vi.advanceTimersByTime(1_000)
    expect(told).toHaveLength(1)
    vi.advanceTimersByTime(500)
    expect(told[1]).toEqual(expect.arrayContaining(['hazards', 'summary']))
    vi.advanceTimersByTime(10_000)
    expect(told).toHaveLength(2)
  })
})
