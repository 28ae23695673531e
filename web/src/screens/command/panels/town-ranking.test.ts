import { describe, expect, it } from 'vitest'
import { rankTowns } from './town-ranking.ts'

const town = (
  code: string,
  late: number,
  due: number,
  visitedObjects: number,
  dueObjects: number,
) => ({
  code,
  name: code,
  open: 0,
  overdue: 0,
  late,
  due,
  visitedObjects,
  dueObjects,
  overdueRate: due === 0 ? null : late / due,
  coverage: dueObjects === 0 ? null : visitedObjects / dueObjects,
})
const TOWNS = [
  town('a', 0, 4, 8, 10),
  town('b', 3, 4, 0, 0),
  town('c', 0, 0, 2, 10),
  town('d', 1, 4, 10, 10),
]

describe('the ranking of towns', () => {
  it('names first who is late most often, last who had nothing due', () => {
    expect(
      rankTowns(TOWNS, 'overdue', ['d']).map(({ code, text, aside, chosen }) => [
        code,
        text,
        aside,
        chosen,
      ]),
    ).toEqual([
      ['b', '75.0%', '3/4', false],
      ['d', '25.0%', '1/4', true],
      ['a', '0.0%', '0/4', false],
      ['c', '—', '0/0', false],
    ])
  })

  it('names first who patrols least', () => {
    expect(rankTowns(TOWNS, 'coverage', []).map(({ code }) => code)).toEqual(['c', 'a', 'd', 'b'])
  })
})
