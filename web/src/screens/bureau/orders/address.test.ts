import { describe, expect, it } from 'vitest'
import { readOrderFilters } from './address.ts'

describe('readOrderFilters', () => {
  it('keeps what it knows', () => {
    const query = {
      q: ' 督办 ',
      status: 'signed,in-progress',
      overdue: 'true',
      officeId: '00000000-0000-4000-8000-f00000000001',
    }
    expect(readOrderFilters(query)).toEqual({ ...query, q: '督办' })
  })

  it('drops what is empty, unknown or malformed', () => {
    expect(
      readOrderFilters({
        q: ' ',
        status: 'lost',
        overdue: 'maybe',
        enterpriseId: '1',
        hazardId: ['x'],
        limit: '9',
      }),
    ).toEqual({})
  })
})
