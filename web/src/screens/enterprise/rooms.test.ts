import { expect, it } from 'vitest'
import { mayKeep } from './rooms.ts'

const enterprise = { id: 'e', officeId: 'o' }

it('lets the enterprise and its own office keep, nobody else', () => {
  expect(mayKeep({ role: 'enterprise', enterpriseId: 'e' }, enterprise)).toBe(true)
  expect(mayKeep({ role: 'enterprise', enterpriseId: 'x' }, enterprise)).toBe(false)
  expect(mayKeep({ role: 'bureau', officeId: 'o' }, enterprise)).toBe(true)
  expect(mayKeep({ role: 'bureau', officeId: 'p' }, enterprise)).toBe(false)
  for (const role of ['leader', 'grid', 'admin', 'auditor'] as const)
    expect(mayKeep({ role }, enterprise)).toBe(false)
  expect(mayKeep(null, enterprise)).toBe(false)
})
