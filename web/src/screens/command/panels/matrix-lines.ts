import type { RiskLevel } from '@onemap/api/domain/risk-level'
import type { ServerFigures } from '../figures/queries.ts'

type Industry = ServerFigures['industryLevels'][number]

/** One line of the matrix: an industry and its risk points by level. */
export interface MatrixLine {
  /** GB/T 4754 class; null: of several, or of none that is registered. */
  readonly code: string | null
  readonly name: string
  readonly counts: Readonly<Record<RiskLevel, number>>
}

/** How pale a cell is, 0 to 1, by the root of its share: few are still told from none, many do not drown the rest. */
export const weightOf = (count: number, most: number): number =>
  Math.sqrt(count / Math.max(most, 1))

/** So many lines of the matrix, or as many as are chosen; what has no line of its own is summed up in the last one. */
export function matrixLines(
  industries: readonly Industry[],
  most: number,
  chosen: readonly string[],
  others: string,
): MatrixLine[] {
  const coded = industries.filter(({ code }) => code !== '')
  const fits = coded.length === industries.length && coded.length <= most
  const own = fits
    ? coded
    : coded.filter(({ code }, index) => index < most - 1 || chosen.includes(code))
  const rest = industries.filter((industry) => !own.includes(industry))
  const lineOf = (code: string | null, name: string, of: readonly Industry[]): MatrixLine => {
    const sum = (level: RiskLevel): number =>
      of.reduce((total, { byLevel }) => total + byLevel[level], 0)
    return { code, name, counts: { 1: sum(1), 2: sum(2), 3: sum(3), 4: sum(4) } }
  }
  return [
    ...own.map((industry) => lineOf(industry.code, industry.name, [industry])),
    ...(rest.length > 0 ? [lineOf(null, others, rest)] : []),
  ]
}
