import type { EChartsOption } from 'echarts'
import type { RiskLevel } from '@onemap/api/domain/risk-level'
import { dimmed, lengthAxis, levelColour, LOOK, wordAxis } from './chart-look.ts'

/** One step of the pyramid, the most dangerous on top; level 0 is 'not assessed'. */
export interface PyramidStep {
  readonly level: RiskLevel | 0
  readonly name: string
  readonly count: number
  /** The count in the reader's language. */
  readonly text: string
}

/** A level with few points is still seen: so much of the widest step is the least width. */
const LEAST_SHARE = 0.012

/** Risk points by level, each step centred, its figure on the right. */
export function levelPyramid(
  steps: readonly PyramidStep[],
  chosen: readonly RiskLevel[],
): EChartsOption {
  const most = Math.max(1, ...steps.map(({ count }) => count))
  const width = (count: number): number => (count === 0 ? 0 : Math.max(count, most * LEAST_SHARE))
  return {
    animation: false,
    grid: { left: 92, right: 84, top: 2, bottom: 2 },
    xAxis: lengthAxis(most),
    yAxis: [
      wordAxis(
        steps.map(({ level, name }) => (level === 0 ? name : `${level}  ${name}`)),
        LOOK.text,
      ),
      {
        ...wordAxis(
          steps.map(({ text }) => text),
          LOOK.text,
        ),
        position: 'right',
        axisLabel: { ...wordAxis([], LOOK.text).axisLabel, fontSize: 20, fontWeight: 600 },
      },
    ],
    series: [
      {
        type: 'bar',
        stack: 'step',
        silent: true,
        itemStyle: { color: 'transparent' },
        barCategoryGap: '22%',
        data: steps.map(({ count }) => (most - width(count)) / 2),
      },
      {
        type: 'bar',
        stack: 'step',
        data: steps.map(({ level, name, count }) => ({
          value: width(count),
          name,
          itemStyle: {
            color: levelColour(level),
            borderRadius: 2,
            opacity: dimmed(level !== 0 && chosen.includes(level), chosen.length > 0),
          },
        })),
      },
    ],
  }
}
