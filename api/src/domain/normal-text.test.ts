import { describe, expect, it } from 'vitest'
import { normalText } from './normal-text.ts'

describe('normalText', () => {
  it.each([
    ['composes', 'e\u0301', 'é'],
    ['writes ideographs for Kangxi radicals', '⾼新⾦属⽤品⼀厂', '高新金属用品一厂'],
    ['writes ideographs for radicals of the supplement', '⻔⻋', '门车'],
    ['writes unified ideographs', '\uf9d1安', '六安'],
    ['leaves full-width punctuation', '甲（乙）：丙，“丁”', '甲（乙）：丙，“丁”'],
    ['leaves signs', '50㎡、20℃、Ⅳ级', '50㎡、20℃、Ⅳ级'],
    ['leaves case', 'AbC', 'AbC'],
  ])('%s', (_, written, stored) => {
    expect(normalText(written)).toBe(stored)
  })
})
