import { HAZARD_GRADES } from '../../domain/hazard.ts'
import { describe, expect, it } from 'vitest'
import { accidentType, choice, oneOf, orNone, riskLevel, several } from './choice.ts'

describe('choice', () => {
  const grade = choice(HAZARD_GRADES, { major: ['重大'] })

  it.each([
    ['重大隐患', 'major'],
    ['重大', 'major'],
    ['general', 'general'],
  ])('reads %s', (text, value) => {
    expect(grade.read(text)).toEqual({ value })
  })

  it('lists what is allowed', () => {
    expect(grade.read('严重')).toEqual({ fault: '“严重”不是可用的值，应为：一般隐患、重大隐患' })
  })
})

describe('accidentType', () => {
  it.each([
    ['火灾', 8],
    ['08', 8],
    ['08火灾', 8],
    ['中毒窒息', 19],
    ['高空坠落', 9],
  ])('reads %s', (text, value) => {
    expect(accidentType().read(text)).toEqual({ value })
  })

  it('asks to split several types', () => {
    expect(accidentType().read('火灾、触电')).toEqual({
      fault: expect.stringContaining('请按类型拆成多行'),
    })
  })
})

describe('riskLevel', () => {
  it.each([
    ['红', 1],
    ['重大风险', 1],
    ['Ⅱ级', 2],
    ['较大（橙）', 2],
    ['三级', 3],
    ['蓝色', 4],
    ['4', 4],
  ])('reads %s', (text, value) => {
    expect(riskLevel().read(text)).toEqual({ value })
  })
})

describe('several and orNone', () => {
  const letters = oneOf([
    { value: 1, name: '甲', others: [] },
    { value: 2, name: '乙', others: [] },
  ])

  it('reads a list once each', () =>
    expect(several(letters).read('甲、乙,甲')).toEqual({ value: [1, 2] }))
  it('reports the bad part', () =>
    expect(several(letters).read('甲、丙')).toEqual({ fault: expect.stringContaining('“丙”') }))
  it('knows words for nothing', () => expect(orNone(letters).read('无')).toEqual({ value: null }))
})
