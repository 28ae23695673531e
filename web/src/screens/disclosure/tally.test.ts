import { expect, it } from 'vitest'
import { tallyOf } from './tally.ts'

const change = (code: string, what: 'added' | 'removed' | 'changed' | 'unchanged') => ({
  code,
  operator: code,
  change: what,
  fields: [],
})

it('counts what leaves and what is taken back apart', () => {
  expect(
    tallyOf({
      records: [],
      changes: [
        change('A', 'added'),
        change('B', 'removed'),
        change('C', 'removed'),
        change('D', 'changed'),
        change('E', 'unchanged'),
      ],
      removals: [
        { code: 'B', operator: 'B', kind: 'removed', reason: '关停' },
        { code: 'C', operator: 'C', kind: 'retracted', reason: '公布有误' },
      ],
    }),
  ).toEqual({ records: 0, added: 1, changed: 1, removed: 1, retracted: 1 })
})
