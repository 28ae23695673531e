import { describe, expect, it } from 'vitest'
import {
  beginFrom,
  controlLevelsOf,
  emptyRiskPoint,
  missingOf,
  openFields,
  riskPointBody,
  usualPeople,
  type RiskPointDraft,
} from './risk-point-draft.ts'
import { TYPICAL_SOURCES, type TypicalSource } from './typical-sources.ts'

function typical(title: string): TypicalSource {
  const found = TYPICAL_SOURCES.find((one) => one.title.zh === title)
  if (found === undefined) throw new Error(`no typical source ${title}`)
  return found
}
const [first, second] = [typical('机械传动'), typical('动火作业')]

function placed(): RiskPointDraft {
  const draft = beginFrom(emptyRiskPoint(), first, null)
  return {
    ...draft,
    name: '1 号冲床',
    location: { type: 'Point', coordinates: [117.73, 34.56] },
    inherent: { ...draft.inherent, l: 3, e: 6, c: 7 },
  }
}

describe('a risk point being registered', () => {
  it('asks step by step', () => {
    const draft = emptyRiskPoint()
    expect(openFields(draft, 'place')).toEqual(['name', 'location'])
    expect(openFields(draft, 'risk')).toEqual(['description', 'accidentType', 'assessment'])
    expect(riskPointBody(draft)).toBeNull()
  })

  it('knows its control levels and what is missing from the assessment on', () => {
    const draft = placed()
    expect(controlLevelsOf(draft)).toEqual(['workshop', 'team', 'post'])
    expect(missingOf(draft).map(({ item }) => item)).toEqual([
      'department',
      'person',
      'department',
      'person',
      'department',
      'person',
    ])
    expect(missingOf(emptyRiskPoint())).toEqual([{ item: 'assessment', controlLevel: null }])
  })

  it('sends what is there and leaves out what is half there', () => {
    const draft = placed()
    draft.controls.team = {
      ...draft.controls.team,
      department: '冲压班',
      person: '王五',
      mobile: '13800001234',
    }
    draft.controls.post = { ...draft.controls.post, department: '冲压班', person: '' }
    const body = riskPointBody(draft)
    expect(body?.responsibilities).toEqual([
      { controlLevel: 'team', department: '冲压班', person: '王五', mobile: '13800001234' },
    ])
    expect(body?.sources[0]?.measures.map(({ controlLevel }) => controlLevel)).toEqual([
      'workshop',
      'team',
      'post',
    ])
    expect(body?.sources[0]?.assessments).toEqual([
      { method: 'LEC', stage: 'inherent', l: 3, e: 6, c: 7 },
    ])
  })

  it('keeps measures typed by hand when another typical source is chosen', () => {
    const draft = placed()
    draft.controls.post = { ...draft.controls.post, content: '自己写的' }
    const next = beginFrom(draft, second, first)
    expect(next.controls.post.content).toBe('自己写的')
    expect(next.controls.team.content).toBe(second.measures.team.content)
  })

  it('finds a wrong telephone number', () => {
    const draft = placed()
    draft.controls.team.mobile = '123'
    expect(openFields(draft, 'control')).toEqual(['mobile'])
  })
})

it('finds who usually answers', () => {
  const one = { controlLevel: 'team' as const, department: '一班', person: '甲' }
  const other = { controlLevel: 'team' as const, department: '二班', person: '乙' }
  expect(
    usualPeople([{ responsibilities: [other, one] }, { responsibilities: [one] }]).team,
  ).toEqual(one)
})
