import { describe, expect, it } from 'vitest'
import { passwordStanding } from './password-standing.ts'

const met = (password: string, username = 'zhang.san') =>
  passwordStanding(password, username).map((rule) => rule.met)

describe('passwordStanding', () => {
  it('knows three rules, and nothing typed meets none', () => {
    expect(met('')).toEqual([false, false, false])
  })

  it('ticks each rule by itself', () => {
    expect(met('short')).toEqual([false, false, true])
    expect(met('long-enough-1')).toEqual([true, true, true])
    expect(met('Zhang.San-2026')).toEqual([true, true, false])
  })
})
