import { describe, expect, it } from 'vitest'
import { actsFor, mayEdit, takesOver } from './acts.ts'

const preparer = { id: 'li', role: 'bureau', position: 'officer' }
const head = { id: 'wang', role: 'bureau', position: 'head' }
const of = (status: 'draft' | 'submitted' | 'returned' | 'published' | 'discarded') => ({
  status,
  preparedBy: 'li',
})
const named = (...args: Parameters<typeof actsFor>) =>
  actsFor(...args).map(({ act, barred }) => (barred === null ? act : `${act}: ${barred}`))

describe('acts', () => {
  it('need a second person, who is a head', () => {
    expect(named(of('draft'), preparer)).toEqual(['submit', 'discard'])
    expect(named(of('submitted'), preparer)).toEqual([
      'approve: same-person',
      'return: same-person',
    ])
    expect(named(of('submitted'), { ...preparer, id: 'zhao' })).toEqual([
      'approve: head-only',
      'return: head-only',
    ])
    expect(named(of('submitted'), head)).toEqual(['approve', 'return'])
    expect(named({ status: 'submitted', preparedBy: 'wang' }, head)).toEqual([
      'approve: same-person',
      'return: same-person',
    ])
  })

  it('are none once it is settled, and for who only reads', () => {
    expect(named(of('published'), head)).toEqual([])
    expect(named(of('discarded'), preparer)).toEqual([])
    expect(named(of('draft'), { id: 'chen', role: 'leader' })).toEqual([])
  })
})

it('writing is for officers while it is a draft; a head is warned', () => {
  expect([
    mayEdit(of('returned'), preparer),
    mayEdit(of('submitted'), preparer),
    mayEdit(of('draft'), { id: 'chen', role: 'leader' }),
  ]).toEqual([true, false, false])
  expect([
    takesOver(of('draft'), head),
    takesOver(of('draft'), preparer),
    takesOver({ status: 'draft', preparedBy: 'wang' }, head),
  ]).toEqual([true, false, false])
})
