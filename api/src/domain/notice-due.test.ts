import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noticeDue, type NoticeInForce } from './notice-due.ts'

const TODAY = '2026-11-24'
const told = (more: Partial<NoticeInForce> = {}): NoticeInForce => ({
  level: 2,
  renewOn: '2027-06-01',
  recipients: ['a', 'b'],
  ...more,
})

describe('a notice is due', () => {
  it('of a new point to everybody near it, and to nobody where nobody is near', () => {
    expect(noticeDue({ level: 3, concerned: ['a'], inForce: null }, TODAY)).toEqual({
      cause: 'created',
      affected: ['a'],
    })
    expect(noticeDue({ level: 1, concerned: [], inForce: null }, TODAY)).toBeNull()
  })

  it('to everybody again when the level rises, not when it falls', () => {
    expect(noticeDue({ level: 1, concerned: ['a', 'b', 'c'], inForce: told() }, TODAY)).toEqual({
      cause: 'level-raised',
      affected: ['a', 'b', 'c'],
    })
    expect(noticeDue({ level: 4, concerned: ['a', 'b'], inForce: told() }, TODAY)).toBeNull()
  })

  it('to everybody again on the day a year has passed', () => {
    expect(
      noticeDue({ level: 2, concerned: ['a'], inForce: told({ renewOn: TODAY }) }, TODAY),
    ).toEqual({ cause: 'yearly', affected: ['a'] })
    expect(
      noticeDue({ level: 2, concerned: ['a'], inForce: told({ renewOn: '2026-11-25' }) }, TODAY),
    ).toBeNull()
  })

  it('only to those who came, and not for those who left', () => {
    expect(noticeDue({ level: 2, concerned: ['a', 'b', 'c'], inForce: told() }, TODAY)).toEqual({
      cause: 'recipients-changed',
      affected: ['c'],
    })
    expect(noticeDue({ level: 2, concerned: ['a'], inForce: told() }, TODAY)).toBeNull()
  })
})

it('is never due again once everybody concerned was told, and never tells anybody who is not concerned', () => {
  const level = fc.constantFrom(1, 2, 3, 4)
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'))
  const day = fc.constantFrom('2026-01-01', TODAY, '2027-01-01')
  fc.assert(
    fc.property(
      level,
      ids,
      fc.option(fc.record({ level, renewOn: day, recipients: ids })),
      (now, concerned, inForce) => {
        const due = noticeDue({ level: now, concerned, inForce }, TODAY)
        if (due === null) return
        expect(concerned).toEqual(expect.arrayContaining([...due.affected]))
        expect(due.affected).not.toHaveLength(0)
        expect(
          noticeDue(
            {
              level: now,
              concerned,
              inForce: { level: now, renewOn: '2027-11-24', recipients: concerned },
            },
            TODAY,
          ),
        ).toBeNull()
      },
    ),
  )
})
