import { DrizzleQueryError } from 'drizzle-orm/errors'
import { describe, expect, it } from 'vitest'
import { DomainError } from '../domain/errors.ts'
import { DatabaseUnavailableError, unavailableOr } from './unavailable.ts'

const coded = (code: string) => Object.assign(new Error(code), { code })
const told = (error: unknown, broken = false) => {
  const thrown = unavailableOr(error, broken)
  return thrown instanceof DatabaseUnavailableError ? thrown.code : thrown
}

describe('what a failed piece of work throws', () => {
  it.each(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006'])(
    '%s: the database is away, however drivers wrap it',
    (code) => {
      expect(told(coded(code))).toBe('database-unavailable')
      expect(told(new AggregateError([coded(code)]))).toBe('database-unavailable')
      expect(told(new DrizzleQueryError('SELECT', [], coded(code)))).toBe('database-unavailable')
    },
  )

  it.each(['53300', '57014', '55P03', '25P03'])('%s: the database is busy', (code) => {
    expect(told(coded(code))).toBe('database-busy')
  })

  it('is a loss too where only the connection knows, and no rule of ours is taken for one', () => {
    const nameless = new Error('Connection terminated unexpectedly')
    const rule = new DomainError('duplicate', 409, { zh: '重复', en: 'Duplicate' })
    expect(told(nameless, true)).toBe('database-unavailable')
    for (const error of [nameless, rule, coded('23505'), coded('42501'), 'odd'])
      expect(told(error)).toBe(error)
  })
})
