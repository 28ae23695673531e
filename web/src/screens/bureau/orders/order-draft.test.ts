import { describe, expect, it } from 'vitest'
import { EMPTY_ORDER, missingOf } from './order-draft.ts'

describe('a draft of an order', () => {
  it('misses what is required, and a deadline that is past', () => {
    expect(missingOf(EMPTY_ORDER, '2026-11-24')).toEqual([
      'enterpriseId',
      'title',
      'requirement',
      'deadline',
    ])
    expect(
      missingOf(
        {
          ...EMPTY_ORDER,
          enterpriseId: 'e',
          title: ' x',
          requirement: 'y',
          deadline: '2026-11-24',
        },
        '2026-11-24',
      ),
    ).toEqual([])
    expect(
      missingOf(
        { ...EMPTY_ORDER, enterpriseId: 'e', title: 'x', requirement: ' ', deadline: '2026-11-23' },
        '2026-11-24',
      ),
    ).toEqual(['requirement', 'deadline'])
  })
})
