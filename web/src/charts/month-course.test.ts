import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DESK_LOOKS } from './desk-look.ts'
import { monthCourse, type CourseMonth } from './month-course.ts'

const Drawn = z.object({
  series: z.array(z.object({ type: z.string(), name: z.string(), data: z.array(z.unknown()) })),
})
const month = (more: Partial<CourseMonth>): CourseMonth => ({
  name: '10月',
  fullName: '2026年10月',
  value: 4,
  before: null,
  running: false,
  ...more,
})
const words = { value: '排查', before: '上年同月', written: String }
const LOOK = DESK_LOOKS.light

describe('a course of months', () => {
  it('draws counts as bars, what is told apart within them, and the year before as a line', () => {
    const { series } = Drawn.parse(
      monthCourse(
        [month({ part: 3, before: 2 }), month({ value: null, part: 0 })],
        'count',
        { ...words, part: '已整改' },
        LOOK,
      ),
    )
    expect(series.map(({ type, name }) => [type, name])).toEqual([
      ['bar', '排查'],
      ['bar', '已整改'],
      ['line', '上年同月'],
    ])
    expect(series[1]?.data).toMatchObject([{ value: 3 }, { value: null }])
    expect(series[2]?.data).toEqual([2, null])
  })

  it('draws rates from nothing to all, so that two charts compare', () => {
    const option = monthCourse([month({ value: 0.5 })], 'rate', words, LOOK)
    expect(option).toMatchObject({ yAxis: { min: 0, max: 1 } })
    expect(Drawn.parse(option).series.map(({ type }) => type)).toEqual(['line', 'line'])
  })

  it('tells a month that is not over from the others', () => {
    const bars = z
      .array(z.object({ itemStyle: z.object({ opacity: z.number() }) }))
      .parse(
        Drawn.parse(monthCourse([month({}), month({ running: true })], 'count', words, LOOK))
          .series[0]?.data,
      )
    expect(bars.map(({ itemStyle }) => itemStyle.opacity < 1)).toEqual([false, true])
  })

  it('says on the pointer what the table says', () => {
    const { tooltip } = z
      .object({
        tooltip: z.object({ formatter: z.function({ input: [z.unknown()], output: z.string() }) }),
      })
      .parse(monthCourse([month({ before: 0 }), month({ value: null })], 'count', words, LOOK))
    const read = (at: number) => tooltip.formatter([{ dataIndex: at }])
    expect(read(0)).toBe('2026年10月<br>排查 4<br>上年同月 0')
    expect(read(1)).toBe('2026年10月<br>排查 —<br>上年同月 —')
  })
})
