import { expect, it } from 'vitest'
import { passwordProblems } from '../domain/password.ts'
import { oneTimePassword } from './one-time-password.ts'

it('meets the rules, and is another one each time', () => {
  const passwords = Array.from({ length: 200 }, oneTimePassword)
  for (const password of passwords)
    expect(passwordProblems(password, 'grid01'), password).toEqual([])
  expect(new Set(passwords).size).toBe(200)
})
