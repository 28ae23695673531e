import { expect, it } from 'vitest'
import type { Label } from '@onemap/api/domain/dictionary'
import type { HazardRole } from '@onemap/api/domain/hazard-roles'
import { whoseTurn } from './whose-turn.ts'

const zh = ({ zh: text }: Label) => text
const around = {
  enterpriseName: '远大纸业',
  officeName: '安全生产科',
  gridName: '运河第一网格',
  rectifier: null,
}

it.each<[readonly HazardRole[], readonly (readonly [string, readonly string[]])[]]>([
  [['rectifier', 'principal'], [['远大纸业', ['整改责任人', '企业主要负责人']]]],
  [
    ['safety-officer', 'grid-member', 'office'],
    [
      ['远大纸业', ['企业安全管理人员']],
      ['运河第一网格', ['网格员']],
      ['安全生产科', []],
    ],
  ],
  [['office-head'], [['安全生产科', ['科室负责人']]]],
  [['office', 'office-head'], [['安全生产科', []]]],
  [['bureau-leader'], [['局领导', []]]],
])('%j is waited for by name', (roles, expected) => {
  expect(whoseTurn(roles, around, zh).map(({ name, parts }) => [name, parts])).toEqual(expected)
})

it('names the person who rectifies', () => {
  expect(
    whoseTurn(['rectifier'], { ...around, rectifier: { id: null, name: '王五' } }, zh),
  ).toEqual([{ name: '远大纸业', parts: ['整改责任人 王五'] }])
})
