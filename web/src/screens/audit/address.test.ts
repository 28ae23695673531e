import { describe, expect, it } from 'vitest'
import { readAuditFilters } from './address.ts'

describe('readAuditFilters', () => {
  it('keeps what it knows', () => {
    const query = {
      person: ' 张三 ',
      action: 'reveal',
      table: 'users',
      object: 'RP-01',
      from: '2026-11-01',
      to: '2026-11-23',
    }
    expect(readAuditFilters(query)).toEqual({ ...query, person: '张三' })
  })

  it('drops what is empty, unknown or malformed', () => {
    expect(
      readAuditFilters({
        person: ' ',
        action: 'explode',
        table: 'pg_authid',
        from: 'yesterday',
        to: ['2026-11-01'],
        other: 'x',
      }),
    ).toEqual({})
  })
})
