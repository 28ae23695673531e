import { expect, it } from 'vitest'
import { readVisitFilters } from './address.ts'

const ID = '00000000-0000-4000-8000-000000000001'

it('takes what it knows', () => {
  const query = {
    q: '化工',
    gridId: ID,
    userId: ID,
    flag: 'too-fast,too-late',
    result: 'problems',
    from: '2026-11-01',
    to: '2026-11-30',
    areaCode: '370405001',
    kind: 'general',
  }
  expect(readVisitFilters(query)).toEqual(query)
})

it('drops what it does not', () => {
  expect(
    readVisitFilters({
      q: ' ',
      gridId: 'x',
      flag: 'lazy',
      result: 'fine',
      from: 'today',
      page: '2',
    }),
  ).toEqual({})
})
