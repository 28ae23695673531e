import { describe, expect, it } from 'vitest'
import {
  HAZARD_GRADES,
  HAZARD_ORIGINS,
  HAZARD_STATUSES,
  HAZARD_TREATMENTS,
} from '../../domain/hazard.ts'
import {
  HAZARD_GRADE_WORDS,
  HAZARD_ORIGIN_WORDS,
  HAZARD_STATUS_WORDS,
  HAZARD_TREATMENT_WORDS,
} from '../words/hazard-words.ts'
import { accidentType } from './accident-type.ts'
import { choice, oneOf, orNone, several } from './choice.ts'
import { riskLevel } from './risk-level.ts'

const refused = (zh: string) => ({
  fault: expect.objectContaining({ zh: expect.stringContaining(zh) }),
})

describe('choice', () => {
  const grade = choice(HAZARD_GRADES, HAZARD_GRADE_WORDS)

  it.each([
    ['重大隐患', 'major'],
    ['重大', 'major'],
    ['一般事故隐患', 'general'],
    ['general', 'general'],
    ['Major hazard', 'major'],
  ])('reads %s', (text, value) => {
    expect(grade.read(text)).toEqual({ value })
  })

  it('lists what is allowed, in both languages', () => {
    expect(grade.read('严重')).toEqual({
      fault: {
        zh: '“严重”不是可用的值，应为：一般隐患、重大隐患',
        en: '“严重” is not known; expected one of: 一般隐患 (General hazard), 重大隐患 (Major hazard)',
      },
    })
  })
})

describe('words of the trade', () => {
  const rectified = { rectified: { zh: '已整改', en: 'Rectified' } }
  const status = choice({ ...HAZARD_STATUSES, ...rectified }, HAZARD_STATUS_WORDS)
  const treatment = choice(HAZARD_TREATMENTS, HAZARD_TREATMENT_WORDS)
  const origin = choice(HAZARD_ORIGINS, HAZARD_ORIGIN_WORDS)

  it.each([
    [status, '关闭', 'closed'],
    [status, '已关闭', 'closed'],
    [status, '未关闭', 'rectifying'],
    [status, '整改完毕', 'rectified'],
    [status, '已整改完成', 'rectified'],
    [treatment, '当场纠正', 'on-the-spot'],
    [treatment, '立行立改', 'on-the-spot'],
    [treatment, '限时整改', 'time-limited'],
    [origin, '月度检查', 'comprehensive'],
    [origin, '班组检查', 'daily'],
  ])('%#: %s means one thing', (cell, text, value) => {
    expect(cell.read(text)).toEqual({ value })
  })

  it.each([
    ['origin', HAZARD_ORIGINS, HAZARD_ORIGIN_WORDS],
    ['status', HAZARD_STATUSES, HAZARD_STATUS_WORDS],
    ['grade', HAZARD_GRADES, HAZARD_GRADE_WORDS],
    ['treatment', HAZARD_TREATMENTS, HAZARD_TREATMENT_WORDS],
  ])('of %s stand under one code each', (_, dictionary, words) => {
    const all = [
      ...Object.values(words).flat(),
      ...Object.values(dictionary).map(({ zh }: { zh: string }) => zh),
    ]
    expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([])
  })
})

describe('accidentType', () => {
  it.each([
    ['火灾', 8],
    ['08', 8],
    ['08火灾', 8],
    ['中毒窒息', 19],
    ['中毒、窒息', 19],
    ['高空坠落', 9],
  ])('reads %s', (text, value) => {
    expect(accidentType().read(text)).toEqual({ value })
  })

  it('asks to split several types', () => {
    expect(accidentType().read('火灾、触电')).toEqual(refused('请按类型拆成多行'))
  })
})

describe('riskLevel', () => {
  it.each([
    ['红', 1],
    ['重大风险', 1],
    ['A级', 1],
    ['Ⅱ级', 2],
    ['II', 2],
    ['B级', 2],
    ['较大（橙）', 2],
    ['较大风险（橙）', 2],
    ['较大风险（橙色）', 2],
    ['较大（2级）', 2],
    ['2级/橙色', 2],
    ['橙色风险', 2],
    ['三级', 3],
    ['黄色/一般', 3],
    ['蓝色', 4],
    ['低风险', 4],
    ['4', 4],
  ])('reads %s', (text, value) => {
    expect(riskLevel().read(text)).toEqual({ value })
  })

  it.each([
    ['较大（红）', '前后不一致'],
    ['2级/黄色', '前后不一致'],
    ['高', '不是可用的值'],
    ['较大（待定）', '不是可用的值'],
  ])('refuses %s', (text, message) => {
    expect(riskLevel().read(text)).toEqual(refused(message))
  })
})

describe('several and orNone', () => {
  const letters = oneOf([
    { value: 1, name: { zh: '甲', en: 'A' }, others: [] },
    { value: 2, name: { zh: '乙', en: 'B' }, others: [] },
  ])

  it('reads a list once each', () =>
    expect(several(letters).read('甲、乙,甲')).toEqual({ value: [1, 2] }))
  it('reports the bad part', () => expect(several(letters).read('甲、丙')).toEqual(refused('“丙”')))
  it.each(['无', '/', '—', '暂无'])('knows %s as a word for nothing', (text) =>
    expect(orNone(letters).read(text)).toEqual({ value: null }),
  )
})
