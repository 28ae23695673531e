import { foldForSearch } from '@onemap/api/domain/search-text'
import { describe, expect, it } from 'vitest'
import { dice, randomSnapshots } from '../../map/test-columns.ts'
import { searchRows } from './search-rows.ts'

const { enterprises: some } = randomSnapshots(dice(1), {
  enterprises: 3,
  riskPoints: 0,
  hazards: 0,
})
const names = ['试验三〇一（集团）厂', '⾼新金属⽤品⼀厂', 'ＡＢＣ化工有限公司']
const enterprises = {
  ...some,
  names,
  initials: ['sysyjtc', 'gxjsypyc', 'abchgyxgs'],
  creditCodes: ['91370405MA3000301B', '91370405MA3000091K', '91370405MA3000302X'],
  searchTexts: names.map(foldForSearch),
}

describe('searching the map', () => {
  it.each([
    ['(集团)', 0],
    ['（集团）', 0],
    ['【集团】', 0],
    ['高新金属用品', 1],
    ['⾼新', 1],
    ['abc化工', 2],
    ['ａｂｃ', 2],
  ])('finds %s however it is written', (words, row) => {
    expect(searchRows(enterprises, words, 5)).toEqual({ rows: [row], total: 1 })
  })
})
