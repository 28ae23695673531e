import type { EChartsOption } from 'echarts'
import { text } from './chart-look.ts'
import type { DeskLook } from './desk-look.ts'

/** One month of a course; null where it has no figure. */
export interface CourseMonth {
  /** In the reader's language, short: `10月`. */
  readonly name: string
  /** With its year: `2026年10月`. */
  readonly fullName: string
  readonly value: number | null
  /** The same month of the year before. */
  readonly before: number | null
  /** Of a count, what of it is told apart, such as what was rectified of what was found. */
  readonly part?: number
  /** A month that isn't over compares with nothing. */
  readonly running: boolean
}

export interface CourseWords {
  readonly value: string
  readonly before: string
  readonly part?: string
  /** A figure as it is read. */
  readonly written: (value: number) => string
}

/** Months as bars of counts or a line of rates, with the year before as a quieter line. */
export function monthCourse(
  months: readonly CourseMonth[],
  form: 'count' | 'rate',
  words: CourseWords,
  look: DeskLook,
): EChartsOption {
  const quiet = text(look.quiet, 12)
  return {
    animation: false,
    grid: { left: 44, right: 12, top: 12, bottom: 24 },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: look.ground,
      borderColor: look.line,
      textStyle: text(look.text, 14),
      formatter: (drawn) => hover(months, drawn, words),
    },
    xAxis: {
      type: 'category',
      data: months.map(({ name }) => name),
      axisLine: { lineStyle: { color: look.line } },
      axisTick: { show: false },
      axisLabel: { ...quiet, hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      ...(form === 'rate' ? { max: 1, interval: 0.5 } : { splitNumber: 2, minInterval: 1 }),
      axisLabel: { ...quiet, formatter: words.written },
      splitLine: { lineStyle: { color: look.line } },
    },
    series: [
      form === 'count' ? counted(months, words, look) : line(months, words, look),
      ...(words.part === undefined ? [] : [parted(months, words.part, look)]),
      {
        type: 'line',
        name: words.before,
        data: months.map(({ before }) => before),
        symbol: 'emptyCircle',
        symbolSize: 5,
        lineStyle: { color: look.faint, width: 1.5, type: 'dashed' },
        itemStyle: { color: look.faint },
      },
    ],
  }
}

const BAR = { barWidth: '56%', barGap: '-100%' } as const
const RUNNING_OPACITY = 0.45

function counted(months: readonly CourseMonth[], words: CourseWords, look: DeskLook) {
  const whole = words.part === undefined
  return {
    type: 'bar' as const,
    name: words.value,
    ...BAR,
    data: months.map(({ value, running }) => ({
      value,
      itemStyle: {
        color: whole ? look.bar : 'transparent',
        borderColor: look.bar,
        borderWidth: 1,
        borderRadius: 1,
        opacity: running ? RUNNING_OPACITY : 1,
      },
    })),
  }
}

function parted(months: readonly CourseMonth[], name: string, look: DeskLook) {
  return {
    type: 'bar' as const,
    name,
    ...BAR,
    data: months.map(({ value, part, running }) => ({
      value: value === null ? null : (part ?? null),
      itemStyle: { color: look.bar, opacity: running ? RUNNING_OPACITY : 1 },
    })),
  }
}

function line(months: readonly CourseMonth[], words: CourseWords, look: DeskLook) {
  return {
    type: 'line' as const,
    name: words.value,
    data: months.map(({ value, running }) => ({
      value,
      symbol: running ? 'emptyCircle' : 'circle',
    })),
    symbolSize: 7,
    lineStyle: { color: look.bar, width: 2 },
    itemStyle: { color: look.bar },
  }
}

/** What the pointer reads: the month with its year, then every figure with its name. */
function hover(months: readonly CourseMonth[], drawn: unknown, words: CourseWords): string {
  const first: unknown = Array.isArray(drawn) ? drawn[0] : drawn
  const index =
    typeof first === 'object' && first !== null && 'dataIndex' in first ? first.dataIndex : null
  const month = typeof index === 'number' ? months[index] : undefined
  if (month === undefined) return ''
  const lines: readonly (readonly [string, number | null | undefined])[] = [
    [words.value, month.value],
    ...(words.part === undefined ? [] : ([[words.part, month.part]] as const)),
    [words.before, month.before],
  ]
  return [
    month.fullName,
    ...lines.map(
      ([name, value]) =>
        `${name} ${value === null || value === undefined ? '—' : words.written(value)}`,
    ),
  ].join('<br>')
}
