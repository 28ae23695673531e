import { describe, expect, it } from 'vitest'
import { foldForSearch } from './search-text.ts'

describe('foldForSearch', () => {
  it.each([
    ['width and case', 'ＡＢＣ化工１２３', 'abc化工123'],
    ['Kangxi radicals', '⾼新⾦属⽤品⼀厂', '高新金属用品一厂'],
    ['radicals of the supplement', '⻔⻋⻓⻢⻰', '门车长马龙'],
    ['compatibility ideographs', '\uf9d1安', '六安'],
    ['full-width brackets', '试验（集团）厂', '试验(集团)厂'],
    ['brackets of document numbers', '台应急〔2026〕12号', '台应急(2026)12号'],
    ['square brackets', '[甲]{乙}【丙】', '(甲)(乙)(丙)'],
    ['quotation marks', '“三违”‘甲’', '"三违"\'甲\''],
    ['dashes', 'A—B–C－D', 'a-b-c-d'],
    ['Greek and Cyrillic', 'Φ200 Ω ЖК', 'φ200 ω жк'],
    ['ligatures and signs', '㎡℃ⅣＮo．①', 'm2°civno.1'],
    ['what is invisible', '甲\u200b乙\ufeff丙\u202e丁', '甲乙丙丁'],
    ['spaces of every kind', '  甲\u3000 乙\u00a0\t丙\n', '甲 乙 丙'],
    ['half-width kana', 'ｶﾞｽ', 'ガス'],
  ])('makes one of %s', (_, written, folded) => {
    expect(foldForSearch(written)).toBe(folded)
  })

  it('changes nothing that is folded already', () => {
    for (let code = 0; code <= 0xffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue
      const once = foldForSearch(String.fromCodePoint(code))
      expect(foldForSearch(once), code.toString(16)).toBe(once)
    }
  })
})
