import { describe, expect, it } from 'vitest'
import { readColumns, readHazardFilters, sameFilters } from './address.ts'

describe('readHazardFilters', () => {
  it('takes what it knows', () => {
    const query = {
      q: ' 化工 ',
      status: 'reported,in-review',
      grade: 'major',
      overdue: 'true',
      areaCode: '370405001',
      supervision: 'listed',
      reportedFrom: '2026-01-01',
    }
    expect(readHazardFilters(query)).toEqual({ ...query, q: '化工' })
  })

  it('drops what it does not', () => {
    expect(
      readHazardFilters({
        q: ' ',
        status: 'open',
        grade: 'huge',
        overdue: 'yes',
        enterpriseId: 'x',
        areaCode: '3704',
        reportedFrom: 'today',
        columns: 'place',
        act: 'sign',
      }),
    ).toEqual({})
  })
})

describe('readColumns', () => {
  it('keeps the order of the table', () =>
    expect(readColumns({ columns: 'deadline,nothing,code' })).toEqual(['code', 'deadline']))
  it('asks for none where none is known', () =>
    expect(readColumns({ columns: 'nothing' })).toBeUndefined())
})

describe('sameFilters', () => {
  it('minds neither the order of facets nor of values', () => {
    expect(
      sameFilters(
        { status: 'graded,reported', grade: 'major' },
        { grade: 'major', status: 'reported,graded' },
      ),
    ).toBe(true)
    expect(sameFilters({ status: 'graded' }, {})).toBe(false)
  })
})
