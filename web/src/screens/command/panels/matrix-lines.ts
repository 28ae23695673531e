import type { RiskLevel } from '@onemap/api/domain/risk-level'
import type { ServerFigures } from '../figures/queries.ts'

type Industry = ServerFigures['industryLevels'][number]

/** One line of the matrix: an industry and its risk points by level. */
export interface MatrixLine {
  readonly name: string
  readonly counts: Readonly<Record<RiskLevel, number>>
}

/** How pale a cell is, 0 to 1, by the root of its share: few are still told from none, many do not drown the rest. */
export const weightOf = (count: number, most: number): number => Math.sqrt(count / Math.max(most, 1))

/** So many lines of the matrix; what has no line of its own is summed up in the last one. */
export function matrixLines(industries: readonly Industry[], most: number, others: string): MatrixLine[] {
  const own = industries.length <= most ? industries : industries.slice(0, most - 1)
  const rest = industries.slice(own.length)
  const lineOf = (name: string, of: readonly Industry[]): MatrixLine => {
    const sum = (level: RiskLevel): number => of.reduce((total, { byLevel }) => total + byLevel[level], 0)
    return { name, counts: { 1: sum(1), 2: sum(2), 3: sum(3), 4: sum(4) } }
  }
  return [...own.map((industry) => lineOf(industry.name, [industry])), ...(rest.length > 0 ? [lineOf(others, rest)] : [])]
}
