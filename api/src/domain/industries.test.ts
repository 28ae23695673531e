import { describe, expect, it } from 'vitest'
import { industryInEnglish } from './industries.ts'

describe('an industry in English', () => {
  it.each([
    ['C1312', 'Wheat milling'],
    ['1312', 'Wheat milling'],
    ['c4417', 'Biomass power generation'],
    ['C', 'Manufacturing'],
    ['17', 'Textiles'],
    ['C17', 'Textiles'],
    ['C1799', 'Textiles (C1799)'],
    ['269', 'Chemical raw materials and chemical products (269)'],
  ])('%s is %s', (code, name) => {
    expect(industryInEnglish(code)).toBe(name)
  })

  it.each(['', '9', '00', '9999', 'Z12', '化工', 'constructor', '12345'])('%j is none', (code) => {
    expect(industryInEnglish(code)).toBeNull()
  })

  it('knows every section and every division there is', () => {
    const sections = Array.from('ABCDEFGHIJKLMNOPQRST')
    const divisions = Array.from({ length: 97 }, (_, index) => String(index + 1).padStart(2, '0'))
    for (const code of [...sections, ...divisions])
      expect([code, industryInEnglish(code)]).toEqual([code, expect.stringMatching(/^[A-Z]/)])
  })
})
