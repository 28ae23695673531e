import type { EChartsOption } from 'echarts'
import { LOOK, text } from './chart-look.ts'

/** One week, named by its Monday `YYYY-MM-DD`. */
export interface FlowWeek {
  readonly week: string
  readonly found: number
  readonly closed: number
  /** Open at its end. */
  readonly backlog: number
}

interface FlowWords {
  readonly found: string
  readonly closed: string
  readonly backlog: string
  /** A month `MM` in the reader's language. */
  readonly month: (month: string) => string
}

const axisOff = {
  axisLine: { show: false },
  axisTick: { show: false },
  splitLine: { show: false },
} as const

/** Above: what stands open at the end of each week. Below: found upwards, rectified downwards, by one scale. */
export function weeklyFlow(weeks: readonly FlowWeek[], words: FlowWords): EChartsOption {
  const names = weeks.map(({ week }) => week)
  const most = Math.max(1, ...weeks.flatMap(({ found, closed }) => [found, closed]))
  const backlog = Math.max(1, ...weeks.map((week) => week.backlog))
  const begins = (index: number): boolean =>
    index > 0 && names[index]?.slice(5, 7) !== names[index - 1]?.slice(5, 7)
  const x = { type: 'category' as const, data: names, ...axisOff }
  return {
    animation: false,
    grid: [
      { left: 52, right: 44, top: 6, height: '26%' },
      { left: 52, right: 44, top: '36%', bottom: 24 },
    ],
    xAxis: [
      { ...x, gridIndex: 0, axisLabel: { show: false } },
      {
        ...x,
        gridIndex: 1,
        position: 'bottom',
        axisLabel: {
          ...text(),
          interval: (index: number) => begins(index) && Number(names[index]?.slice(5, 7)) % 2 === 1,
          formatter: (week: string) => words.month(week.slice(5, 7)),
          margin: 6,
        },
      },
    ],
    yAxis: [
      {
        type: 'value',
        gridIndex: 0,
        min: 0,
        max: backlog,
        interval: backlog,
        ...axisOff,
        axisLabel: {
          ...text(),
          formatter: (value: number) => (value === 0 ? '' : words.backlog),
          margin: 6,
        },
      },
      {
        type: 'value',
        gridIndex: 1,
        min: -most,
        max: most,
        interval: most,
        ...axisOff,
        splitLine: { show: true, lineStyle: { color: LOOK.line } },
        axisLabel: {
          ...text(),
          margin: 6,
          formatter: (value: number) => (value > 0 ? words.found : value < 0 ? words.closed : ''),
        },
      },
    ],
    series: [
      {
        type: 'bar',
        xAxisIndex: 0,
        yAxisIndex: 0,
        barCategoryGap: '24%',
        data: weeks.map((week, index) => ({
          name: week.week,
          value: week.backlog,
          itemStyle: { color: index === weeks.length - 1 ? LOOK.text : LOOK.faint },
          label:
            index === weeks.length - 1
              ? {
                  show: true,
                  position: 'right',
                  distance: 4,
                  formatter: String(week.backlog),
                  ...text(LOOK.text, 16),
                  fontWeight: 600,
                }
              : { show: false },
        })),
      },
      {
        type: 'bar',
        stack: 'flow',
        xAxisIndex: 1,
        yAxisIndex: 1,
        barCategoryGap: '24%',
        itemStyle: { color: LOOK.pale },
        data: weeks.map(({ week, found }) => ({ name: week, value: found })),
      },
      {
        type: 'bar',
        stack: 'flow',
        xAxisIndex: 1,
        yAxisIndex: 1,
        itemStyle: { color: 'rgba(140, 160, 184, .35)', borderColor: LOOK.bar, borderWidth: 1 },
        data: weeks.map(({ week, closed }) => ({ name: week, value: closed === 0 ? 0 : -closed })),
      },
    ],
  }
}
