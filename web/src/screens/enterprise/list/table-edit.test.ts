import { expect, it } from 'vitest'
import { changesOf, readPasted, type Row } from './table-edit.ts'

const row = (change: Partial<Row> = {}): Row => ({
  id: 'a',
  no: 1,
  version: 3,
  code: 'FX-001',
  name: '锅炉房',
  type: 'place',
  domain: 'production',
  locationText: '',
  publicDomain: false,
  ...change,
})
const before = new Map([
  ['a', row()],
  ['b', row({ id: 'b', no: 2 })],
])

it('sends rows and cells that differ', () => {
  expect(changesOf([row({ name: '1 号锅炉房' }), row({ id: 'b', no: 2 })], before)).toEqual([
    { id: 'a', version: 3, name: '1 号锅炉房' },
  ])
  expect(changesOf([row()], before)).toEqual([])
})

it('reads what a spreadsheet copies', () => {
  expect(readPasted('东侧\t一车间\r\n西侧\t二车间\r\n')).toEqual([
    ['东侧', '一车间'],
    ['西侧', '二车间'],
  ])
  expect(readPasted('东侧')).toEqual([['东侧']])
})
