import type { EChartsOption } from 'echarts'
import { levelColour, LOOK, text, wordAxis } from './chart-look.ts'
import type { RiskLevel } from '@onemap/api/domain/risk-level'

/** One line of the matrix: an industry and its risk points by level. */
export interface MatrixLine {
  readonly name: string
  readonly counts: Readonly<Record<RiskLevel, number>>
}

interface MatrixColumn {
  readonly level: RiskLevel
  readonly name: string
}

const DARKEST: readonly [number, number, number] = [24, 38, 56]
const PALEST: readonly [number, number, number] = [213, 223, 234]

/** From dark to pale by the root of the share: few are still told from none, many do not drown the rest. */
export function shade(count: number, most: number): string {
  if (count === 0) return 'rgba(160, 190, 225, .05)'
  const share = Math.sqrt(count / Math.max(most, 1))
  return `rgb(${DARKEST.map((dark, index) => Math.round(dark + ((PALEST[index] ?? 0) - dark) * share)).join(', ')})`
}

const inkOn = (count: number, most: number): string => (Math.sqrt(count / Math.max(most, 1)) > 0.55 ? LOOK.ground : LOOK.text)

/** How many risk points of each level an industry has; the columns are named in their levels' colours. */
export function levelMatrix(lines: readonly MatrixLine[], columns: readonly MatrixColumn[], chosen: readonly RiskLevel[]): EChartsOption {
  const most = Math.max(1, ...lines.flatMap(({ counts }) => columns.map(({ level }) => counts[level])))
  return {
    animation: false,
    grid: { left: 156, right: 2, top: 28, bottom: 2 },
    xAxis: {
      type: 'category', position: 'top', data: columns.map(({ level, name }) => `{n${level}| ${level} } ${name}`), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: {
        ...text(LOOK.text), interval: 0, margin: 8,
        rich: Object.fromEntries(columns.map(({ level }) => [`n${level}`, { ...text(level === 1 ? '#FFFFFF' : LOOK.ground, 13), fontWeight: 700, backgroundColor: levelColour(level), borderRadius: 3, padding: [2, 3] }])),
      },
    },
    yAxis: wordAxis(lines.map(({ name }) => name), LOOK.text, 140),
    series: [{
      type: 'heatmap',
      data: lines.flatMap(({ name, counts }, row) => columns.map(({ level, name: column }, index) => ({
        name: `${name} ${column}`,
        value: [index, row, counts[level]],
        itemStyle: { color: shade(counts[level], most), borderColor: LOOK.ground, borderWidth: 2, opacity: chosen.length > 0 && !chosen.includes(level) ? 0.35 : 1 },
        label: { show: true, formatter: counts[level] === 0 ? '·' : String(counts[level]), ...text(counts[level] === 0 ? LOOK.quiet : inkOn(counts[level], most)) },
      }))),
    }],
  }
}
