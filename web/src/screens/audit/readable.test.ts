import { describe, expect, it } from 'vitest'
import { fieldName } from '@onemap/api/domain/audit-fields'
import { readable } from './readable.ts'

describe('readable', () => {
  it('says codes in the words of the trade', () => {
    expect(readable('level', 1, 'zh-CN')).toBe('重大')
    expect(readable('role', 'grid', 'zh-CN')).toBe('网格员')
    expect(readable('banned', true, 'en')).toBe('Yes')
  })

  it('says moments as they were in China', () => {
    expect(readable('locked_until', '2026-11-23T06:05:07.123456+00:00', 'zh-CN')).toBe(
      '2026-11-23 14:05:07',
    )
    expect(readable('locked_until', '2026-11-23 14:05:07+08', 'zh-CN')).toBe('2026-11-23 14:05:07')
  })

  it('leaves the rest as it is', () => {
    expect(readable('mobile', '•••', 'zh-CN')).toBe('•••')
    expect(readable('name', null, 'zh-CN')).toBe('')
  })
})

describe('what is made of parts', () => {
  it('is said part by part, never as JSON', () => {
    expect(readable('inputs', { l: 3, e: 6 }, 'zh-CN')).toBe('l 3；e 6')
    expect(readable('detail', { plan: { deadline: '2026-05-09' }, empty: null }, 'en')).toBe(
      'plan Deadline 2026-05-09',
    )
    expect(readable('accident_types', [1, 7], 'en')).toBe('1, 7')
    expect(readable('flags', [], 'zh-CN')).toBe('')
  })

  it('names things by what they are called, and tells strangers apart', () => {
    const id = '00000000-0000-4000-8000-000000000001'
    expect(readable('grid_id', id, 'en', { [id]: '第一网格' })).toBe('第一网格')
    expect(readable('grid_id', id, 'en')).toBe('#00000000')
    expect(readable('case_ids', [id], 'zh-CN', { [id]: '案例' })).toBe('案例')
  })
})

describe('fieldName', () => {
  it('knows what a column is called, and in which table otherwise', () => {
    expect(fieldName('enterprises', 'name').zh).toBe('名称')
    expect(fieldName('users', 'name').zh).toBe('姓名')
    expect(fieldName('users', 'something_new').zh).toBe('something_new')
  })
})
