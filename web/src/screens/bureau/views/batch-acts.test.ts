import { describe, expect, it } from 'vitest'
import { batchActsFor, batchAnswer } from './batch-acts.ts'

const typesFor = (...statuses: Parameters<typeof batchActsFor>[0][number]['status'][]) =>
  batchActsFor(statuses.map((status) => ({ status }))).map(({ type }) => type)

describe('acts on many hazards', () => {
  it('are those the closed loop allows for all of them', () => {
    expect(typesFor('reported', 'reported')).toEqual(['register', 'reject'])
    expect(typesFor('in-review')).toEqual(['pass'])
    expect(typesFor('accepted')).toEqual(['close'])
    expect(typesFor('accepted', 'reported')).toEqual([])
    expect(typesFor()).toEqual([])
  })

  it('send what was answered and nothing else', () => {
    const [register, reject] = batchActsFor([{ status: 'reported' }])
    const [pass] = batchActsFor([{ status: 'in-review' }])
    if (register === undefined || reject === undefined || pass === undefined)
      throw new Error('there are three')
    expect(batchAnswer(register, 'x')).toEqual({ duplicatesChecked: true })
    expect(batchAnswer(reject, ' 不属实 ')).toEqual({ reason: '不属实' })
    expect(batchAnswer(pass, ' ')).toEqual({})
  })
})
