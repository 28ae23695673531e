import type { MapSnapshots } from '../../../map/columns.ts'
import { holdsDay } from '../../../map/day-spans.ts'
import { filterSnapshots } from '../../../map/facets.ts'
import { categoryOf, enterpriseRowOf, levelOf } from '../../../map/filter-key.ts'
import type { MapFilters } from '../../../map/types.ts'

/** One enterprise of the list behind a figure. */
export interface ListedEnterprise {
  readonly id: string
  readonly name: string
  readonly searchText: string
  /** 1–4, 0 = not assessed. */
  readonly level: number
  /** Its risk points that count. */
  readonly points: number
}

const danger = (level: number): number => (level === 0 ? 5 : level)

/** The enterprises that are counted, or those whose risk points are; the most dangerous first, then by points. */
export function listedEnterprises(
  rows: MapSnapshots,
  filters: MapFilters,
  by: 'enterprises' | 'riskPoints',
): ListedEnterprise[] {
  const { enterprises, riskPoints, past } = rows
  if (enterprises === null || riskPoints === null) return []
  const { gate, tables } = filterSnapshots(rows, filters)
  const points = new Uint32Array(enterprises.length)
  riskPoints.keys.forEach((key, row) => {
    if (
      past !== undefined &&
      riskPoints.days !== undefined &&
      !holdsDay(riskPoints.days, row, past.day)
    )
      return
    const owner = enterpriseRowOf(key)
    if (tables.riskPoints[categoryOf(key)] === 1) points[owner] = (points[owner] ?? 0) + 1
  })
  const counted = new Set<number>()
  if (by === 'enterprises')
    enterprises.keys.forEach((key) => {
      if (tables.enterprises[categoryOf(key)] === 1) counted.add(enterpriseRowOf(key))
    })
  else
    points.forEach((count, row) => {
      if (count > 0) counted.add(row)
    })
  return [...counted]
    .filter((row) => gate[row] === 1)
    .map((row) => ({
      id: enterprises.ids[row] ?? '',
      name: enterprises.names[row] ?? '',
      searchText: enterprises.searchTexts[row] ?? '',
      level: levelOf(enterprises.level[row] ?? 0),
      points: points[row] ?? 0,
    }))
    .toSorted((a, b) => danger(a.level) - danger(b.level) || b.points - a.points)
}
