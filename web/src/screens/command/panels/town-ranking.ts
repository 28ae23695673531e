import { percent } from '@onemap/api/domain/statistics'
import type { RankedBar } from '../../../charts/ranking-bars.ts'
import type { ServerFigures } from '../figures/queries.ts'

type Town = ServerFigures['towns'][number]

/** By what towns are ranked. */
export type TownMeasure = 'overdue' | 'coverage'

/** A town's place in a ranking. */
export interface RankedTown extends RankedBar {
  readonly code: string
}

const rateOf = (town: Town, measure: TownMeasure): number | null =>
  measure === 'overdue' ? town.overdueRate : town.coverage
const asideOf = (town: Town, measure: TownMeasure): string =>
  measure === 'overdue' ? `${town.late}/${town.due}` : `${town.visitedObjects}/${town.dueObjects}`

// Two infinities are equal, though their difference is no number.
const compare = (a: number, b: number): number => (a === b ? 0 : a - b)

/** Towns, first who is not doing their part: the highest overdue rate, the lowest coverage; who has nothing due is last. */
export function rankTowns(
  towns: readonly Town[],
  measure: TownMeasure,
  chosen: readonly string[],
): RankedTown[] {
  const place = (town: Town): number => {
    const rate = rateOf(town, measure)
    if (rate === null) return Number.POSITIVE_INFINITY
    return measure === 'overdue' ? -rate : rate
  }
  return towns
    .toSorted((a, b) => compare(place(a), place(b)) || (a.code < b.code ? -1 : 1))
    .map((town) => ({
      code: town.code,
      name: town.name,
      value: rateOf(town, measure),
      text: percent(rateOf(town, measure)),
      aside: asideOf(town, measure),
      chosen: chosen.includes(town.code),
    }))
}
