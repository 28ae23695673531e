import { describe, expect, it } from 'vitest'
import { matrixLines } from './matrix-lines.ts'

const industry = (code: string, points: number) => ({
  code,
  name: `行业${code}`,
  enterprises: 1,
  byLevel: { 1: 0, 2: 0, 3: 0, 4: points, unassessed: 0 },
})
const THREE = [industry('2614', 5), industry('2221', 3), industry('4417', 1)]
const shown = (...asked: Parameters<typeof matrixLines>) =>
  matrixLines(...asked).map(({ code, counts }) => [code, counts[4]])

describe('lines of the matrix', () => {
  it('are one for each industry where there is room', () => {
    expect(shown(THREE, 3, [], '其他')).toEqual([
      ['2614', 5],
      ['2221', 3],
      ['4417', 1],
    ])
  })

  it('sum up in the last what has no room', () => {
    expect(shown(THREE, 2, [], '其他')).toEqual([
      ['2614', 5],
      [null, 4],
    ])
  })

  it('keep what is chosen in sight', () => {
    expect(shown(THREE, 2, ['4417'], '其他')).toEqual([
      ['2614', 5],
      ['4417', 1],
      [null, 3],
    ])
  })

  it('count with the others what has no class registered: it cannot be chosen', () => {
    expect(shown([industry('', 9), ...THREE], 4, [], '其他')).toEqual([
      ['2614', 5],
      ['2221', 3],
      ['4417', 1],
      [null, 9],
    ])
  })
})
