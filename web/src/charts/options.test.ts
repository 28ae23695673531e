import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { levelPyramid } from './level-pyramid.ts'
import { rankingBars } from './ranking-bars.ts'
import { weeklyFlow } from './weekly-flow.ts'

const Bar = z.object({
  value: z.number(),
  itemStyle: z.object({ color: z.string(), opacity: z.number() }),
})
const seriesOf = (option: object, index: number): unknown =>
  z.object({ series: z.array(z.object({ data: z.array(z.unknown()) })) }).parse(option).series[
    index
  ]?.data

describe('the pyramid of levels', () => {
  const steps = [
    { level: 1, name: '重大', count: 0, text: '0' },
    { level: 2, name: '较大', count: 1, text: '1' },
    { level: 4, name: '低', count: 1000, text: '1,000' },
  ] as const

  it('centres each step, keeps a single point in sight, and draws nothing for none', () => {
    const option = levelPyramid(steps, [])
    const widths = z
      .array(Bar)
      .parse(seriesOf(option, 1))
      .map(({ value }) => value)
    const before = z.array(z.number()).parse(seriesOf(option, 0))
    expect(widths).toEqual([0, 12, 1000])
    widths.forEach((width, index) => expect((before[index] ?? 0) * 2 + width).toBe(1000))
  })

  it('has the official colours, and dims what is not chosen', () => {
    const bars = z.array(Bar).parse(seriesOf(levelPyramid(steps, [2]), 1))
    expect(bars.map(({ itemStyle }) => [itemStyle.color, itemStyle.opacity])).toEqual([
      ['#E63031', 0.35],
      ['#F48400', 1],
      ['#00B0F0', 0.35],
    ])
  })
})

describe('the ranking', () => {
  it("keeps the order given; what is chosen has the accent, and never a level's hue", () => {
    const bars = [
      { name: 'a', value: 0.5, text: '50.0%', aside: '1/2', chosen: false },
      { name: 'b', value: null, text: '—', aside: '0/0', chosen: true },
    ]
    const drawn = z.array(Bar).parse(seriesOf(rankingBars(bars, { most: 1, names: 72 }), 0))
    expect(
      drawn.map(({ value, itemStyle }) => [value, itemStyle.color, itemStyle.opacity]),
    ).toEqual([
      [0.5, '#8CA0B8', 0.35],
      [0, '#6FE3C1', 1],
    ])
  })
})

describe('the flow of weeks', () => {
  it('draws what was found upwards and what was rectified downwards, by one scale', () => {
    const weeks = [
      { week: '2026-11-16', found: 5, closed: 0, backlog: 30 },
      { week: '2026-11-23', found: 2, closed: 9, backlog: 23 },
    ]
    const option = weeklyFlow(weeks, {
      found: '新增',
      closed: '整改',
      backlog: '未闭环',
      month: (month) => month,
    })
    const values = (index: number) =>
      z
        .array(z.object({ value: z.number() }))
        .parse(seriesOf(option, index))
        .map(({ value }) => value)
    expect([values(0), values(1), values(2)]).toEqual([
      [30, 23],
      [5, 2],
      [0, -9],
    ])
    expect(z.array(z.object({ min: z.number(), max: z.number() })).parse(option.yAxis)[1]).toEqual({
      min: -9,
      max: 9,
    })
  })
})
