import { expect, it } from 'vitest'
import { ordinal } from './ordinal.ts'

it('writes numbers as names of grids do', () => {
  expect([1, 4, 10, 12, 20, 35].map((number) => ordinal(number, 'zh-CN'))).toEqual([
    '一',
    '四',
    '十',
    '十二',
    '二十',
    '三十五',
  ])
  expect(ordinal(4, 'en')).toBe('4')
})
