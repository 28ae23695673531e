import type { RiskLevel } from '@onemap/api/domain/risk-level'
import type { useRiskPoints } from '../../onemap/detail/queries.ts'

export type Point = NonNullable<ReturnType<typeof useRiskPoints>['data']['value']>['items'][number]
export type Source = Point['sources'][number]
type Assessment = Source['assessments'][number]

const rank = (level: RiskLevel | null): number => level ?? 5

/** The risk point that makes an enterprise as dangerous as it is: the worst, the first of them. */
export function worstPoint(points: readonly Point[]): Point | undefined {
  return points.toSorted((a, b) => rank(a.level) - rank(b.level) || a.no - b.no)[0]
}

/** The source that gives a point its level. */
export const worstSource = ({ sources }: Point): Source | undefined =>
  sources.toSorted((a, b) => rank(a.level) - rank(b.level))[0]

/** The assessment that counts: the latest residual one, else the latest inherent one. */
export function countingAssessment({ assessments }: Source): Assessment | undefined {
  const latest = assessments.toSorted((a, b) => (a.assessedOn < b.assessedOn ? 1 : -1))
  return latest.find(({ stage }) => stage === 'residual') ?? latest[0]
}

/** The order in which the methods multiply: L × E × C, L × S. */
const FACTORS = ['l', 'e', 'c', 's'] as const

/** `L 3 × E 6 × C 15 = 270`; empty for a direct criterion. */
export function formulaOf({ inputs, score }: Assessment): string {
  const factors = FACTORS.flatMap((name) =>
    inputs[name] === undefined ? [] : [`${name.toUpperCase()} ${inputs[name]}`],
  )
  return score === null ? '' : `${factors.join(' × ')} = ${score}`
}
