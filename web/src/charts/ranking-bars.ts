import type { EChartsOption } from 'echarts'
import { dimmed, lengthAxis, LOOK, text, wordAxis } from './chart-look.ts'

/** One bar of a ranking. */
export interface RankedBar {
  readonly name: string
  /** Length of the bar; null: there is nothing to measure, no bar. */
  readonly value: number | null
  /** What stands at its end. */
  readonly text: string
  /** What stands beside that, quieter. */
  readonly aside?: string
  readonly chosen: boolean
}

/** Bars in the order given, longest possible `most` long, with their figures on the right. */
export function rankingBars(
  bars: readonly RankedBar[],
  { most, names }: { most: number; names: number },
): EChartsOption {
  const any = bars.some(({ chosen }) => chosen)
  const asides = bars.some(({ aside }) => aside !== undefined)
  return {
    animation: false,
    grid: { left: names + 12, right: asides ? 132 : 72, top: 2, bottom: 2 },
    xAxis: lengthAxis(most),
    yAxis: [
      wordAxis(
        bars.map(({ name }) => name),
        LOOK.text,
        names,
      ),
      {
        ...wordAxis(
          bars.map(({ text: figure, aside }) =>
            aside === undefined ? `{figure|${figure}}` : `{figure|${figure}}{aside|${aside}}`,
          ),
          LOOK.text,
        ),
        position: 'right',
        axisLabel: {
          ...text(LOOK.text),
          margin: 8,
          align: 'left',
          interval: 0,
          rich: {
            figure: {
              ...text(LOOK.text, 16),
              fontWeight: 600,
              width: asides ? 58 : 60,
              align: 'right',
            },
            aside: { ...text(LOOK.quiet), width: 64, align: 'right' },
          },
        },
      },
    ],
    series: [
      {
        type: 'bar',
        barCategoryGap: '38%',
        showBackground: true,
        backgroundStyle: { color: 'rgba(160, 190, 225, .07)', borderRadius: 2 },
        data: bars.map(({ name, value, chosen }) => ({
          name,
          value: value ?? 0,
          itemStyle: {
            color: chosen ? LOOK.accent : LOOK.bar,
            borderRadius: 2,
            opacity: dimmed(chosen, any),
          },
        })),
      },
    ],
  }
}
