import { monthNumber, monthOfNumber } from '@onemap/api/domain/calendar'
import { COURSE_MONTHS } from '@onemap/api/domain/course'
import { describe, expect, it } from 'vitest'
import { show } from '../../../../test/show.ts'
import CourseOfTime from './CourseOfTime.vue'
import type { CourseMeasure } from './measure.ts'

/** A measure whose month so many months before November 2026 has a figure. */
function measure(
  form: CourseMeasure['form'],
  valueOf: (monthsAgo: number) => number | null,
): CourseMeasure {
  return {
    key: form,
    name: form === 'rate' ? '整改率' : '排查隐患',
    form,
    figures: Array.from({ length: COURSE_MONTHS }, (_, index) => {
      const ago = COURSE_MONTHS - 1 - index
      return { month: monthOfNumber(monthNumber('2026-11') - ago), value: valueOf(ago) }
    }),
  }
}
const shown = (measures: readonly CourseMeasure[], asOf: string) =>
  show(CourseOfTime, { props: { measures, asOf, explain: '' } }, ['bureau'])

describe('the course of time', () => {
  it('compares the last whole month, never the running one', async () => {
    const rate = (ago: number): number => (ago === 1 ? 0.5 : ago === 13 ? 0.4 : 0.75)
    const { getByText, getByRole } = await shown([measure('rate', rate)], '2026-11-23')
    expect(getByText('50.0%', { selector: 'b' }).nextElementSibling?.textContent).toBe('2026年10月')
    expect(getByText('环比').nextElementSibling?.textContent).toBe('−25.0 个百分点')
    expect(getByText('同比').nextElementSibling?.textContent).toBe('+10.0 个百分点')
    expect(getByRole('region', { name: '逐月走势' }).textContent).toContain(
      '2026年11月未满月，计至 2026-11-23',
    )
  })

  it('says that nothing was on record, and that nothing changed', async () => {
    const { getByText } = await shown(
      [measure('count', (ago) => (ago < 12 ? 7 : null))],
      '2026-12-01',
    )
    expect(getByText('环比').nextElementSibling?.textContent).toBe('持平')
    expect(getByText('同比').nextElementSibling?.textContent).toBe('—（当时无记录）')
  })

  it('has the chart as a table, thirteen months with the year before', async () => {
    const { getAllByRole } = await shown([measure('count', (ago) => ago)], '2026-12-01')
    const rows = getAllByRole('row', { hidden: true }).slice(1)
    expect(rows).toHaveLength(13)
    expect(rows[0]?.textContent?.replaceAll(/\s+/g, ' ')).toContain('2025年11月1224')
  })

  it('says what will be here while nothing is', async () => {
    const { getByText } = await shown([measure('count', () => null)], '2026-11-23')
    expect(getByText(/还没有记录/)).toBeTruthy()
  })
})
