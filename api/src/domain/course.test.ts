import { describe, expect, it } from 'vitest'
import { compare, courseUntil, lastWholeMonth, sinceFirst } from './course.ts'

describe('the months of a course', () => {
  it.each([
    ['2026-11-23', 13, '2026-11-23', '2025-11-01', '2026-11-23'],
    ['2026-10', 25, '2026-11-23', '2024-10-01', '2026-10-31'],
    ['2026-01', 1, '2026-11-23', '2026-01-01', '2026-01-31'],
    ['2027-05', 2, '2026-11-23', '2026-10-01', '2026-11-23'],
    ['2024-02-29', 12, '2024-02-29', '2023-03-01', '2024-02-29'],
  ])('up to %s, %i of them, asked on %s', (last, months, today, from, to) => {
    expect(courseUntil(last, months, today)).toEqual({ from, to })
  })

  it('ends for a comparison with the last that is over', () => {
    const months = ['2026-09', '2026-10', '2026-11']
    expect(lastWholeMonth(months, '2026-11-30')).toBe('2026-10')
    expect(lastWholeMonth(months, '2026-12-01')).toBe('2026-11')
    expect(lastWholeMonth(months, '2026-09-30')).toBeNull()
  })
})

describe('a month compared', () => {
  const figures = [
    { month: '2025-10', value: 0.5 },
    { month: '2026-09', value: 0.75 },
    { month: '2026-10', value: 1 },
  ]

  it('stands beside the month before and the same month of the year before', () => {
    expect(compare(figures, '2026-10')).toEqual({
      month: '2026-10',
      value: 1,
      monthOnMonth: 0.25,
      yearOnYear: 0.5,
    })
  })

  it('goes over the turn of the year', () => {
    const turn = [
      { month: '2025-12', value: 3 },
      { month: '2026-01', value: 5 },
    ]
    expect(compare(turn, '2026-01').monthOnMonth).toBe(2)
  })

  it.each([
    ['it has no figure', [{ month: '2026-10', value: null }]],
    ['the others have none', [{ month: '2026-10', value: 1 }]],
  ])('has no difference where %s', (_, given) => {
    const { monthOnMonth, yearOnYear } = compare(given, '2026-10')
    expect([monthOnMonth, yearOnYear]).toEqual([null, null])
  })
})

it('what lies before the first record has no figures, a quiet month afterwards has', () => {
  expect(sinceFirst([0, 0, 3, 0, 1], (count) => count > 0)).toEqual([null, null, 3, 0, 1])
  expect(sinceFirst([0, 0], (count) => count > 0)).toEqual([null, null])
})
