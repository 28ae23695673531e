import { describe, expect, it } from 'vitest'
import { listBehind, presetsOf, readMonth, readStatisticFilters } from './address.ts'

const TODAY = '2026-02-24'

describe('readStatisticFilters', () => {
  it('counts the month that figures are told of by town unless told otherwise', () => {
    expect(readStatisticFilters({}, TODAY)).toEqual({ by: 'town', from: '2026-02-01', to: TODAY })
    // There is something to see on the first of January.
    expect(readStatisticFilters({}, '2027-01-01')).toEqual({
      by: 'town',
      from: '2026-12-01',
      to: '2026-12-31',
    })
    expect(readStatisticFilters({ from: '2026-01-01' }, TODAY)).toMatchObject({
      from: '2026-01-01',
      to: TODAY,
    })
    expect(
      readStatisticFilters(
        { by: 'moon', from: 'x', to: '2025-06-30', kind: 'circus', areaCode: '37' },
        TODAY,
      ),
    ).toEqual({ by: 'town', from: '2025-06-01', to: '2025-06-30' })
    expect(
      readStatisticFilters(
        {
          by: 'month',
          from: '2025-12-01',
          to: '2026-02-01',
          kind: 'general',
          areaCode: '370405001',
        },
        TODAY,
      ),
    ).toEqual({
      by: 'month',
      from: '2025-12-01',
      to: '2026-02-01',
      kind: 'general',
      areaCode: '370405001',
    })
  })

  it('never counts backwards', () => {
    expect(readStatisticFilters({ from: '2026-03-01', to: '2026-02-01' }, TODAY)).toMatchObject({
      from: '2026-02-01',
      to: '2026-02-01',
    })
  })
})

describe('months', () => {
  it('are read up to this one', () => {
    expect([
      readMonth({}, TODAY),
      readMonth({ month: '2025-12' }, TODAY),
      readMonth({ month: '2026-03' }, TODAY),
    ]).toEqual(['2026-02', '2025-12', '2026-02'])
    expect(readMonth({}, '2027-01-01')).toBe('2026-12')
  })

  it('and years begin where they begin', () => {
    expect(presetsOf('2026-01-15')).toEqual({
      year: { from: '2026-01-01', to: '2026-01-15' },
      quarter: { from: '2026-01-01', to: '2026-01-15' },
      month: { from: '2026-01-01', to: '2026-01-15' },
      lastMonth: { from: '2025-12-01', to: '2025-12-31' },
    })
    expect(presetsOf('2026-11-24').quarter.from).toBe('2026-10-01')
  })
})

describe('listBehind', () => {
  it('narrows the list of hazards to what a row counts', () => {
    expect(listBehind({ by: 'office', from: '2026-01-01', to: TODAY }, 'o')).toEqual({
      officeId: 'o',
      reportedFrom: '2026-01-01',
      reportedTo: TODAY,
    })
    expect(
      listBehind({ by: 'month', from: '2026-01-10', to: TODAY, areaCode: '370405001' }, '2026-01'),
    ).toEqual({ areaCode: '370405001', reportedFrom: '2026-01-10', reportedTo: '2026-01-31' })
    expect(listBehind({ by: 'month', from: '2026-01-10', to: TODAY }, '2026-02')).toEqual({
      reportedFrom: '2026-02-01',
      reportedTo: TODAY,
    })
    expect(
      listBehind({ by: 'town', from: '2026-01-10', to: TODAY, areaCode: '370405001' }, '370405001'),
    ).toMatchObject({ areaCode: '370405001' })
  })
})
