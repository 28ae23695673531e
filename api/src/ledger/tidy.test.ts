import { describe, expect, it } from 'vitest'
import { headingKeys, tidy, wordKey } from './tidy.ts'

describe('tidy', () => {
  it('narrows digits and letters and leaves Chinese punctuation', () => {
    expect(tidy('　ＦＸ－００１（东区），\u200b第２号 ')).toBe('FX－001（东区），第2号')
  })
})

describe('wordKey', () => {
  it('compares without width, space and case', () => expect(wordKey(' Ⅲ 级 ')).toBe('iii级'))
})

describe('headingKeys', () => {
  it.each([
    ['统一社会\n信用代码*', ['统一社会信用代码']],
    ['可能性（L）', ['可能性(l)', '可能性']],
    ['  ', []],
  ])('%j', (heading, keys) => expect(headingKeys(heading)).toEqual(keys))
})
