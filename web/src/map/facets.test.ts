import { isAccidentType, type AccidentType } from '@onemap/api/domain/accident-type'
import { ENTERPRISE_KIND_CODES } from '@onemap/api/domain/enterprise-kind'
import {
  HAZARD_GRADE_CODES,
  HAZARD_STATUS_CODES,
  OPEN_HAZARD_STATUSES,
} from '@onemap/api/domain/hazard'
import { RISK_LEVEL_ORDER } from '@onemap/api/domain/risk-level'
import { describe, expect, it } from 'vitest'
import { filterSnapshots } from './facets.ts'
import {
  accidentTypeOf,
  categoryOf,
  enterpriseRowOf,
  gradeOf,
  isOverdueCategory,
  levelOf,
  statusOf,
} from './filter-key.ts'
import { dice, randomSnapshots } from './test-columns.ts'
import { NO_FILTERS, type MapFilters } from './types.ts'

type Snapshots = ReturnType<typeof randomSnapshots>

const some = <Value>(roll: (limit: number) => number, values: readonly Value[]): Value[] =>
  roll(2) === 0 ? [] : values.filter(() => roll(3) === 0)
const ACCIDENT_TYPES: readonly AccidentType[] = Array.from(
  { length: 20 },
  (_, index) => index + 1,
).filter(isAccidentType)

function randomFilters(roll: (limit: number) => number): MapFilters {
  return {
    levels: some(roll, RISK_LEVEL_ORDER),
    kinds: some(roll, ENTERPRISE_KIND_CODES),
    towns: some(roll, ['t1', 't2', 't3']),
    grids: some(roll, ['g1', 'g2', 'g3', 'g4']),
    industries: some(roll, ['2614', '4417']),
    accidentTypes: some(roll, ACCIDENT_TYPES),
    hazardStatuses: some(roll, HAZARD_STATUS_CODES),
    grades: some(roll, HAZARD_GRADE_CODES),
    overdueOnly: roll(3) === 0,
    q: ['', '', '运河', '1', 'nowhere'][roll(5)] ?? '',
  }
}

/** The rule written out row by row: each layer obeys the facets it has. */
function naive(snapshots: Snapshots, filters: MapFilters) {
  const { enterprises, riskPoints, hazards } = snapshots
  const within = <Value>(choices: readonly Value[], value: Value) =>
    choices.length === 0 || choices.includes(value)
  const enterpriseRows = enterprises.names.map((name, row) => ({
    row,
    level: enterprises.level[row] ?? 0,
    kind: enterprises.kind.values[enterprises.kind.codes[row] ?? 0] ?? 'general',
    town: enterprises.town.values[enterprises.town.codes[row] ?? 0] ?? '',
    grid: enterprises.grid.values[enterprises.grid.codes[row] ?? 0] ?? '',
    name,
    industry: enterprises.industry.values[enterprises.industry.codes[row] ?? 0] ?? '',
  }))
  const passes = enterpriseRows.map(
    ({ kind, town, grid, industry, name }) =>
      within(filters.kinds, kind) &&
      within(filters.towns, town) &&
      within(filters.grids, grid) &&
      within(filters.industries, industry) &&
      name.includes(filters.q),
  )
  const level = (value: number) =>
    filters.levels.length === 0 || filters.levels.some((each) => each === value)
  return {
    enterprises: enterpriseRows.filter((row) => passes[row.row] && level(row.level)),
    riskPoints: [...riskPoints.keys].filter(
      (key) =>
        passes[enterpriseRowOf(key)] &&
        level(levelOf(categoryOf(key))) &&
        within<number | null>(filters.accidentTypes, accidentTypeOf(categoryOf(key))),
    ),
    hazards: [...hazards.keys].filter(
      (key) =>
        passes[enterpriseRowOf(key)] &&
        within<string | undefined>(filters.hazardStatuses, statusOf(categoryOf(key))) &&
        within<string>(filters.grades, gradeOf(categoryOf(key))) &&
        (!filters.overdueOnly || isOverdueCategory(categoryOf(key))),
    ),
  }
}

describe('filterSnapshots', () => {
  it('agrees with the rule written out row by row, whatever the filter', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const roll = dice(seed)
      const snapshots = randomSnapshots(roll, { enterprises: 25, riskPoints: 200, hazards: 120 })
      const filters = randomFilters(roll)
      const { counts, gate, tables } = filterSnapshots(snapshots, filters)
      const all = naive(snapshots, filters)

      expect(counts.enterprises.total).toBe(all.enterprises.length)
      expect(counts.riskPoints.total).toBe(all.riskPoints.length)
      expect(counts.hazards.total).toBe(all.hazards.length)
      expect(counts.hazards.open).toBe(
        all.hazards.filter((key) =>
          OPEN_HAZARD_STATUSES.some((open) => open === statusOf(categoryOf(key))),
        ).length,
      )
      expect(
        [...snapshots.riskPoints.keys].filter(
          (key) => gate[enterpriseRowOf(key)] === 1 && tables.riskPoints[categoryOf(key)] === 1,
        ),
      ).toEqual(all.riskPoints)

      const noLevels = naive(snapshots, { ...filters, levels: [] })
      for (const level of RISK_LEVEL_ORDER) {
        expect(counts.enterprises.byLevel[level]).toBe(
          noLevels.enterprises.filter((row) => row.level === level).length,
        )
        expect(counts.riskPoints.byLevel[level]).toBe(
          noLevels.riskPoints.filter((key) => levelOf(categoryOf(key)) === level).length,
        )
      }
      const noTypes = naive(snapshots, { ...filters, accidentTypes: [] })
      for (const type of ACCIDENT_TYPES)
        expect(counts.riskPoints.byAccidentType.get(type) ?? 0).toBe(
          noTypes.riskPoints.filter((key) => accidentTypeOf(categoryOf(key)) === type).length,
        )
      const noStatuses = naive(snapshots, { ...filters, hazardStatuses: [] })
      for (const status of HAZARD_STATUS_CODES)
        expect(counts.hazards.byStatus.get(status) ?? 0).toBe(
          noStatuses.hazards.filter((key) => statusOf(categoryOf(key)) === status).length,
        )
      const noGrades = naive(snapshots, { ...filters, grades: [] })
      for (const grade of HAZARD_GRADE_CODES)
        expect(counts.hazards.byGrade.get(grade) ?? 0).toBe(
          noGrades.hazards.filter((key) => gradeOf(categoryOf(key)) === grade).length,
        )
      expect(counts.hazards.overdue).toBe(
        naive(snapshots, { ...filters, overdueOnly: true }).hazards.length,
      )
      for (const town of ['t1', 't2', 't3']) {
        const there = naive(snapshots, { ...filters, towns: [town] })
        expect(counts.byTown.get(town)).toEqual({
          enterprises: there.enterprises.length,
          riskPoints: there.riskPoints.length,
          hazards: there.hazards.length,
        })
      }
      for (const kind of ENTERPRISE_KIND_CODES)
        expect(counts.byKind.get(kind)?.riskPoints).toBe(
          naive(snapshots, { ...filters, kinds: [kind] }).riskPoints.length,
        )
    }
  })

  it('answers the same question from memory and copes with nothing loaded', () => {
    const none = { enterprises: null, riskPoints: null, hazards: null }
    const first = filterSnapshots(none, NO_FILTERS)
    expect(first.counts.riskPoints.total).toBe(0)
    expect(filterSnapshots(none, NO_FILTERS)).toBe(first)
    expect(filterSnapshots(none, { ...NO_FILTERS })).not.toBe(first)
  })
})
