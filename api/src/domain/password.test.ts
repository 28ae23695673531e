import { describe, expect, it } from 'vitest'
import { passwordProblems } from './password.ts'

describe('passwordProblems', () => {
  it.each(['Shuangfang@2026', 'abcdefgH12', '安全生产Abc12345'])('lets %s pass', (password) => {
    expect(passwordProblems(password, 'leader')).toEqual([])
  })

  it.each([
    ['Short@2026'.slice(0, 9), '10–128'],
    ['A1b'.repeat(43), '10–128'],
    ['alllowercase1', '三类'],
    ['ALLUPPER2026', '三类'],
    ['Grid01@2026xx', '用户名'],
  ])('refuses %s', (password, why) => {
    const problems = passwordProblems(password, 'grid01')
    expect(problems).toHaveLength(1)
    expect(problems[0]?.text.zh).toContain(why)
  })
})
