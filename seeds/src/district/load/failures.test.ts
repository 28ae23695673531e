import { describe, expect, it } from 'vitest'
import { ConfigError } from '@onemap/api/config'
import { DatabaseInUseError } from '@onemap/api/db/directory-lock'
import { explainFailure, SeedRefused } from './failures.ts'

describe('explainFailure', () => {
  it('keeps the words of refusals', () => {
    expect(explainFailure(new SeedRefused('no'))).toBe('no')
    expect(explainFailure(new ConfigError('bad PORT'))).toBe('bad PORT')
    expect(explainFailure(new DatabaseInUseError('pid 42'))).toContain('42')
  })

  it('finds what the system said under what drivers wrap around it', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })
    expect(explainFailure(new AggregateError([refused]))).toContain('数据库服务没有运行')
    expect(
      explainFailure(
        new Error('query failed', { cause: Object.assign(new Error(), { code: '28P01' }) }),
      ),
    ).toContain('口令')
  })

  it('does not explain away a defect of the product', () => {
    expect(explainFailure(new TypeError('x is not a function'))).toBeUndefined()
    expect(explainFailure('odd')).toBeUndefined()
  })
})
