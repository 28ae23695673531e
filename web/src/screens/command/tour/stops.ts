import {
  categoryOf,
  enterpriseRowOf,
  gradeOf,
  isOverdueCategory,
  levelOf,
} from '../../../map/filter-key.ts'
import type { EnterpriseColumns, HazardColumns, MapSnapshots } from '../../../map/columns.ts'
import { filterSnapshots } from '../../../map/facets.ts'
import { hazardId } from '../../../map/parse.ts'
import { isOpenCategory } from '../../../map/pass-tables.ts'
import type { LonLat, MapFilters, MapSelection } from '../../../map/types.ts'

/** Why the tour stops somewhere. */
type StopReason = 'new-major' | 'overdue' | 'level-1' | 'incineration'

/** A place the tour flies to. */
export interface TourStop {
  readonly reason: StopReason
  readonly selection: MapSelection
  readonly location: LonLat
}

/** So many of each at most: a round stays short enough to be watched. */
const MOST: Readonly<Record<StopReason, number>> = {
  'new-major': 4,
  overdue: 4,
  'level-1': 4,
  incineration: 3,
}

const placeAt = (positions: Float64Array, row: number): LonLat => [
  positions[row * 2] ?? 0,
  positions[row * 2 + 1] ?? 0,
]

/** What matters most of what a filter shows: newest major hazards, longest overdue ones, most level-1 points, incineration plants. Nobody twice. */
export function tourStops(snapshots: MapSnapshots, filters: MapFilters): TourStop[] {
  const { enterprises, riskPoints, hazards } = snapshots
  if (enterprises === null) return []
  const { gate, tables } = filterSnapshots(snapshots, filters)
  const seen = new Set<number>()
  const take = (
    reason: StopReason,
    rows: readonly number[],
    ownerOf: (row: number) => number,
    stopOf: (row: number) => Omit<TourStop, 'reason'>,
  ): TourStop[] => {
    const stops: TourStop[] = []
    for (const row of rows) {
      if (stops.length === MOST[reason]) break
      if (seen.has(ownerOf(row))) continue
      seen.add(ownerOf(row))
      stops.push({ reason, ...stopOf(row) })
    }
    return stops
  }
  const ofHazards = (
    reason: 'new-major' | 'overdue',
    among: HazardColumns,
    wanted: (category: number) => boolean,
    rank: (row: number) => number,
  ) => {
    const rows = Array.from(among.keys.keys()).filter((row) => {
      const key = among.keys[row] ?? 0
      return (
        isOpenCategory(categoryOf(key)) &&
        wanted(categoryOf(key)) &&
        gate[enterpriseRowOf(key)] === 1 &&
        tables.hazards[categoryOf(key)] === 1
      )
    })
    const owner = (row: number) => enterpriseRowOf(among.keys[row] ?? 0)
    return take(
      reason,
      rows.toSorted((a, b) => rank(a) - rank(b)),
      owner,
      (row) => ({
        selection: {
          kind: 'hazard',
          enterpriseId: enterprises.ids[owner(row)] ?? '',
          id: hazardId(among, row),
        },
        location: placeAt(among.positions, row),
      }),
    )
  }
  const ofEnterprises = (reason: 'level-1' | 'incineration', rows: readonly number[]) =>
    take(
      reason,
      rows.filter((row) => gate[row] === 1),
      (row) => row,
      (row) => ({
        selection: { kind: 'enterprise', id: enterprises.ids[row] ?? '' },
        location: placeAt(enterprises.positions, row),
      }),
    )

  const worst = new Map<number, number>()
  for (const key of riskPoints?.keys ?? []) {
    if (levelOf(categoryOf(key)) === 1 && tables.riskPoints[categoryOf(key)] === 1)
      worst.set(enterpriseRowOf(key), (worst.get(enterpriseRowOf(key)) ?? 0) + 1)
  }
  return [
    ...(hazards === null
      ? []
      : ofHazards(
          'new-major',
          hazards,
          (category) => gradeOf(category) === 'major',
          (row) => -(hazards.reportedOn[row] ?? 0),
        )),
    ...(hazards === null
      ? []
      : ofHazards('overdue', hazards, isOverdueCategory, (row) => hazards.deadline[row] ?? 0)),
    ...ofEnterprises(
      'level-1',
      [...worst].toSorted(([, a], [, b]) => b - a).map(([row]) => row),
    ),
    ...ofEnterprises('incineration', rowsOfKind(enterprises)),
  ]
}

function rowsOfKind({ kind, level }: EnterpriseColumns): number[] {
  const code = kind.values.indexOf('incineration-power')
  const rows = Array.from(level.keys()).filter((row) => kind.codes[row] === code)
  return rows.toSorted((a, b) => (level[a] || 5) - (level[b] || 5))
}
