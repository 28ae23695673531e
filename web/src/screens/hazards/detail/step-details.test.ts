import { describe, expect, it } from 'vitest'
import { stepLines } from './step-details.ts'

const words = {
  term: ({ zh }: { zh: string }): string => zh,
  name: (key: string): string => key,
  money: (yuan: number): string => `${yuan} 元`,
}

describe('stepLines', () => {
  it('says what came with a step, in a fixed order', () => {
    const detail = {
      cost: 1200,
      grade: 'major',
      criteria: 'GB 35181',
      evidence: ['x'],
      duplicatesChecked: true,
      plan: { funds: '3 万元', measures: '更换', other: 'x' },
    }
    expect(stepLines(detail, words)).toEqual([
      { name: 'grade', value: '重大隐患' },
      { name: 'criteria', value: 'GB 35181' },
      { name: 'cost', value: '1200 元' },
      { name: '措施', value: '更换' },
      { name: '资金', value: '3 万元' },
    ])
  })

  it('takes old and odd records as they are', () => {
    expect(stepLines({ grade: 'huge', deadline: 7, reason: '属实' }, words)).toEqual([
      { name: 'reason', value: '属实' },
    ])
    expect(stepLines(null, words)).toEqual([])
  })
})
