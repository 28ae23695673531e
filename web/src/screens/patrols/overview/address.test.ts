import { describe, expect, it } from 'vitest'
import { periodsOf, readPatrolFilters, visitsBehind, writePatrolFilters } from './address.ts'
import { MEASURES, shadeTexts } from './measures.ts'

const TODAY = '2026-11-23'
const GRID = '00000000-0000-4000-8000-000000000001'

describe('readPatrolFilters', () => {
  it('counts the whole month that figures are told of by grid unless told otherwise', () => {
    expect(readPatrolFilters({}, '2026-12-01')).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-30',
    })
    expect(readPatrolFilters({}, TODAY)).toEqual({
      by: 'grid',
      from: '2026-11-01',
      to: '2026-11-30',
      measure: 'coverage',
    })
    expect(
      readPatrolFilters(
        {
          by: 'moon',
          from: 'x',
          to: '2026-06-30',
          kind: 'circus',
          areaCode: '37',
          grid: 'g',
          measure: 'luck',
        },
        TODAY,
      ),
    ).toEqual({ by: 'grid', from: '2026-06-01', to: '2026-06-30', measure: 'coverage' })
  })

  it('never counts backwards', () =>
    expect(readPatrolFilters({ from: '2026-12-01', to: '2026-11-20' }, TODAY)).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-20',
    }))

  it('is what was written, and writes nothing that goes without saying', () => {
    const query = {
      by: 'person',
      from: '2026-01-01',
      to: '2026-12-31',
      measure: 'onTime',
      kind: 'general',
      areaCode: '370405001',
      grid: GRID,
    }
    expect(writePatrolFilters(readPatrolFilters(query, TODAY), TODAY)).toEqual(query)
    expect(writePatrolFilters(readPatrolFilters({}, TODAY), TODAY)).toEqual({})
  })
})

it('periods are whole', () => {
  expect(periodsOf('2026-02-10')).toEqual({
    month: { from: '2026-02-01', to: '2026-02-28' },
    lastMonth: { from: '2026-01-01', to: '2026-01-31' },
    quarter: { from: '2026-01-01', to: '2026-03-31' },
    year: { from: '2026-01-01', to: '2026-12-31' },
  })
  expect(periodsOf('2026-01-10').lastMonth).toEqual({ from: '2025-12-01', to: '2025-12-31' })
})

describe('visitsBehind', () => {
  const filters = readPatrolFilters(
    { from: '2026-01-10', to: '2026-02-20', kind: 'general' },
    TODAY,
  )
  it('narrows the visits to what a row counts', () => {
    expect(visitsBehind(filters, GRID)).toEqual({
      kind: 'general',
      from: '2026-01-10',
      to: '2026-02-20',
      gridId: GRID,
    })
    expect(visitsBehind({ ...filters, by: 'person' }, GRID)).toMatchObject({ userId: GRID })
    expect(visitsBehind({ ...filters, by: 'month' }, '2026-01')).toEqual({
      kind: 'general',
      from: '2026-01-10',
      to: '2026-01-31',
    })
  })
})

describe('measures', () => {
  it('name their five shades', () => {
    expect(shadeTexts('coverage')).toEqual([
      '< 50%',
      '50% – 70%',
      '70% – 85%',
      '85% – 95%',
      '≥ 95%',
    ])
    expect(shadeTexts('closures')).toEqual(['< 1', '1 – 3', '3 – 6', '6 – 12', '≥ 12'])
  })

  it('write what there is, and a dash where there is nothing', () =>
    expect([MEASURES.coverage.written(0.5), MEASURES.hazardsPerVisit.written(null)]).toEqual([
      '50.0%',
      '—',
    ]))
})
