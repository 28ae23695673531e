import { expect, it } from 'vitest'
import { readNoticeFilters, readReceivedFilters } from './address.ts'

const ID = '0199a7d2-1111-7000-8000-0123456789ab'

it('reads what an address asks for and drops what it does not know', () => {
  expect(
    readNoticeFilters({
      status: 'draft,issued',
      receipt: 'late',
      level: '1,2',
      q: ' 热电 ',
      enterpriseId: ID,
      sort: 'x',
    }),
  ).toEqual({ status: 'draft,issued', receipt: 'late', level: '1,2', q: '热电', enterpriseId: ID })
  expect(
    readNoticeFilters({ status: 'lost', receipt: 'signed', level: '5', q: '', enterpriseId: 'no' }),
  ).toEqual({})
  expect(
    readReceivedFilters({ signed: 'false', late: 'yes', status: 'current', senderId: ID }),
  ).toEqual({ signed: 'false', status: 'current', senderId: ID })
})
