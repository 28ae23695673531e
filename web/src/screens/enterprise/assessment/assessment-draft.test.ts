import { LEC_CLASSIC } from '@onemap/api/domain/lec-profiles'
import { LS_STANDARD } from '@onemap/api/domain/ls-profiles'
import { describe, expect, it } from 'vitest'
import {
  assessmentBody,
  emptyAssessment,
  formulaOf,
  openQuestion,
  verdictOf,
  withMethod,
  type AssessmentDraft,
} from './assessment-draft.ts'
import { bandsOf } from './bands.ts'

const draft = (change: Partial<AssessmentDraft>): AssessmentDraft => ({
  ...emptyAssessment('inherent'),
  ...change,
})
const orange = { l: 3, e: 6, c: 15 }

describe('the bands', () => {
  it('say what each level means', () => {
    expect(bandsOf(LEC_CLASSIC.thresholds, 'D').map(({ text }) => text)).toEqual([
      'D > 320',
      '160 < D ≤ 320',
      '70 ≤ D ≤ 160',
      'D < 70',
    ])
    expect(bandsOf(LS_STANDARD.thresholds, 'R').map(({ text }) => text)).toEqual([
      'R ≥ 20',
      '15 ≤ R < 20',
      '9 ≤ R < 15',
      'R < 9',
    ])
  })
})

describe('an assessment being chosen', () => {
  it('is graded as soon as every factor is chosen', () => {
    expect(verdictOf(draft({ l: 3, e: 6 })).level).toBeNull()
    expect(formulaOf(draft({ l: 3, e: 6 }))).toBe('L 3 × E 6 × C ?')
    expect(openQuestion(draft({ l: 3, e: 6 }))).toBe('c')
    expect(verdictOf(draft(orange))).toEqual({ score: '270', byScore: 2, computed: 2, level: 2 })
    expect(assessmentBody(draft(orange))).toEqual({ method: 'LEC', stage: 'inherent', ...orange })
  })

  it('is level 1 by a criterion, with a score or without', () => {
    expect(verdictOf(draft({ ...orange, criterion: 'legal-breach' }))).toEqual({
      score: '270',
      byScore: 2,
      computed: 1,
      level: 1,
    })
    expect(assessmentBody(draft({ criterion: 'legal-breach', reason: '无证' }))).toEqual({
      method: 'DIRECT',
      criterion: 'legal-breach',
      stage: 'inherent',
      reason: '无证',
    })
    expect(assessmentBody(draft({ ...orange, criterion: 'legal-breach' }))).toMatchObject({
      method: 'LEC',
      criterion: 'legal-breach',
    })
  })

  it('is raised by hand with a reason and never lowered', () => {
    expect(openQuestion(draft({ ...orange, raisedLevel: 1 }))).toBe('reason')
    expect(assessmentBody(draft({ ...orange, raisedLevel: 1, reason: '邻近学校' }))).toMatchObject({
      raisedLevel: 1,
      reason: '邻近学校',
    })
    expect(verdictOf(draft({ ...orange, raisedLevel: 4 })).level).toBe(2)
    expect(assessmentBody(draft({ ...orange, raisedLevel: 4 }))).not.toHaveProperty('raisedLevel')
  })

  it('keeps what was chosen for each method while the other is tried', () => {
    const raised = draft({ ...orange, raisedLevel: 1, reason: '邻近学校' })
    const tried = { ...withMethod(raised, 'LS'), l: 4, s: 5 }
    expect(withMethod(raised, 'LS')).toMatchObject({ method: 'LS', l: null, s: null })
    expect(withMethod(tried, 'LEC')).toMatchObject({
      method: 'LEC',
      ...orange,
      raisedLevel: 1,
      reason: '邻近学校',
    })
    expect(withMethod(withMethod(tried, 'LEC'), 'LS')).toEqual(tried)
    expect(withMethod(tried, 'LS')).toBe(tried)
  })

  it('remembers a level raised by hand while a criterion is tried', () => {
    const raised = draft({ ...orange, raisedLevel: 1, reason: '邻近学校' })
    expect(assessmentBody({ ...raised, criterion: 'legal-breach' })).not.toHaveProperty(
      'raisedLevel',
    )
    expect(assessmentBody({ ...raised, criterion: null })).toHaveProperty('raisedLevel', 1)
  })

  it('keeps both methods apart', () => {
    expect(assessmentBody(draft({ ...orange, method: 'LS' }))).toBeNull()
    expect(assessmentBody(draft({ method: 'LS', l: 4, s: 5 }))).toEqual({
      method: 'LS',
      stage: 'inherent',
      l: 4,
      s: 5,
    })
  })
})
