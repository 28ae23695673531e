import { describe, expect, it } from 'vitest'
import { EMPTY_ACT, NO_FILES } from './act-draft.ts'
import { actBody, contextOf } from './act-request.ts'

const draft = { ...EMPTY_ACT, clientId: '00000000-0000-4000-8000-000000000001', afterSeq: '3' }

describe('actBody', () => {
  it('sends what was answered and nothing else', () => {
    expect(
      actBody(
        'notify',
        ['responsible', 'deadline', 'opinion'],
        {
          ...draft,
          responsibleName: ' 李四 ',
          deadline: '2026-12-01',
          reason: 'not asked',
          opinion: ' ',
        },
        NO_FILES,
      ),
    ).toEqual({
      type: 'notify',
      responsibleName: '李四',
      deadline: '2026-12-01',
      clientId: draft.clientId,
      afterSeq: 3,
    })
  })

  it('names a person with an account by id', () => {
    expect(
      actBody(
        'notify',
        ['responsible'],
        { ...draft, responsibleId: 'u', responsibleName: 'x' },
        NO_FILES,
      ),
    ).toMatchObject({ responsibleId: 'u' })
    expect(
      actBody(
        'notify',
        ['responsible'],
        { ...draft, responsibleId: 'u', responsibleName: 'x' },
        NO_FILES,
      ),
    ).not.toHaveProperty('responsibleName')
  })

  it('reads money as people write it', () => {
    expect(actBody('submit', ['cost'], { ...draft, cost: '12,000.5' }, NO_FILES).cost).toBe(
      12_000.5,
    )
    expect(actBody('submit', ['cost'], { ...draft, cost: '0' }, NO_FILES).cost).toBe(0)
    expect(actBody('submit', ['cost'], { ...draft, cost: '一万' }, NO_FILES)).not.toHaveProperty(
      'cost',
    )
  })

  it('gathers the plan and the files', () => {
    const body = actBody(
      'sign',
      ['plan', 'evidence', 'beforeAndAfter'],
      { ...draft, funds: '3 万元', measures: '更换' },
      { evidence: ['a'], photosBefore: [], photosAfter: ['b'] },
    )
    expect(body).toMatchObject({
      plan: { funds: '3 万元', measures: '更换' },
      evidence: ['a'],
      photosAfter: ['b'],
    })
    expect(body).not.toHaveProperty('photosBefore')
  })
})

describe('contextOf', () => {
  it('speaks to the rules of the closed loop', () => {
    const at = new Date('2026-11-23T08:00:00Z')
    expect(
      contextOf(
        { type: 'grade', grade: 'major', criteria: '判定标准', clientId: 'c', afterSeq: 1 },
        at,
      ),
    ).toEqual({ at, grade: 'major', criteria: '判定标准' })
    expect(contextOf({ type: 'notify', responsibleId: 'u' }, at)).toEqual({ at, responsible: 'u' })
  })
})
