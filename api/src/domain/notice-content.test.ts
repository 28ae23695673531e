import { describe, expect, it } from 'vitest'
import { ACCIDENT_TYPES } from './accident-type.ts'
import {
  accidentNames,
  draftContent,
  personalNumberIn,
  sentenceInEnglish,
  type NoticeFacts,
} from './notice-content.ts'

const FACTS: NoticeFacts = {
  enterprise: {
    name: '甲化工',
    address: '某路1号 13812345678',
    dutyPhone: '0632-6600000',
    majorHazardLevel: null,
  },
  riskPoint: {
    name: '液氨储罐',
    type: 'facility',
    level: 1,
    locationText: '罐区，联系人13912345678',
  },
  accidentTypes: [19, 17, 19, 99],
  measures: ['拨打 13712345678 报告', '设应急喷淋', '设应急喷淋'],
}

describe('a drafted notice', () => {
  const content = draftContent(FACTS)

  it('says what can happen, how people are warned and what to do, the most far-reaching first', () => {
    expect(content.accidentTypes).toEqual([17, 19])
    expect(content.scenarios).toMatch(/^有毒或刺激性气体泄漏：/)
    expect(content.scenarios).toContain('爆炸：')
    expect(content.alarm.split('\n')).toHaveLength(2)
    expect(content.protection).toContain('用湿毛巾捂住口鼻')
    expect(new Set(content.protection.split('\n')).size).toBe(content.protection.split('\n').length)
    expect(accidentNames(content, 'zh')).toBe('容器爆炸、中毒和窒息')
  })

  it('names no personal mobile', () => {
    expect(JSON.stringify(content)).not.toMatch(/1[3-9]\d{9}/)
    expect(content.measures).toEqual(['拨打 137****5678 报告', '设应急喷淋'])
    expect(personalNumberIn(content)).toBeUndefined()
  })

  it('keeps edited words and takes the facts of now', () => {
    const words = { scenarios: '液氨泄漏', alarm: '连续长鸣', protection: '向上风撤离', note: '' }
    expect(
      draftContent(
        { ...FACTS, riskPoint: { ...FACTS.riskPoint, level: 2 } },
        { ...content, ...words },
      ),
    ).toMatchObject({ ...words, riskPoint: { level: 2 } })
  })
})

it('finds a personal number that somebody typed, and takes a duty phone for none', () => {
  const content = draftContent(FACTS)
  expect(personalNumberIn({ ...content, note: '找老王 138-1234-5678' })).toContain('老王')
  expect(
    personalNumberIn({
      ...content,
      enterprise: { ...content.enterprise, dutyPhone: '13812345678' },
      note: '值班 13812345678',
    }),
  ).toBeUndefined()
})

it('says something even of a point whose sources name no type', () => {
  expect(draftContent({ ...FACTS, accidentTypes: [] }).protection).not.toBe('')
})

describe('a notice in English', () => {
  const usual = draftContent({ ...FACTS, accidentTypes: Object.keys(ACCIDENT_TYPES).map(Number) })

  it('has every usual sentence, whatever may happen', () => {
    for (const text of [usual.scenarios, usual.alarm, usual.protection])
      for (const sentence of text.split('\n'))
        expect([sentence, sentenceInEnglish(sentence)]).toEqual([
          sentence,
          expect.stringMatching(/^[A-Z][^\u4E00-\u9FFF]+\.$/),
        ])
  })

  it('has none of what the sender worded', () => {
    expect(sentenceInEnglish('请从东门撤离。')).toBeNull()
    expect(sentenceInEnglish('')).toBeNull()
  })
})
