import { describe, expect, it } from 'vitest'
import { fieldName } from './field-names.ts'
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
    expect(readable('inputs', { l: 3 }, 'zh-CN')).toBe('{"l":3}')
    expect(readable('name', null, 'zh-CN')).toBe('')
  })
})

describe('fieldName', () => {
  it('knows what a column is called, and in which table otherwise', () => {
    expect(fieldName('enterprises', 'name').zh).toBe('名称')
    expect(fieldName('users', 'name').zh).toBe('姓名')
    expect(fieldName('users', 'something_new').zh).toBe('something_new')
  })
})
