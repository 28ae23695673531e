import { describe, expect, it } from 'vitest'
import { whenAgain } from './when-again.ts'

const NOW = new Date('2026-11-23T02:00:10Z')

describe('whenAgain', () => {
  it.each([
    [0, '在 1 秒后', 'in 1 seconds'],
    [9.2, '在 10 秒后', 'in 10 seconds'],
    [90, '在 90 秒后', 'in 90 seconds'],
    [91, '在 10:02 以后', 'after 10:02'],
    [3600, '在 11:01 以后', 'after 11:01'],
    [50_400, '在 00:01 以后', 'after 00:01'],
  ])('%d seconds on is said plainly', (seconds, zh, en) => {
    expect(whenAgain(new Date(NOW.getTime() + seconds * 1000), NOW)).toEqual({ zh, en })
  })
})
