import { ACCIDENT_TYPES } from '@onemap/api/domain/accident-type'
import type { Label } from '@onemap/api/domain/dictionary'
import { ENTERPRISE_KINDS } from '@onemap/api/domain/enterprise-kind'
import { HAZARD_GRADES, HAZARD_STATUSES } from '@onemap/api/domain/hazard'
import { RISK_LEVELS } from '@onemap/api/domain/risk-level'
import type { MapBase, MapFilters } from '../map/types.ts'

/** One limit of the map, in words, and the change that takes it away. */
interface Chip {
  readonly key: string
  readonly label: string
  readonly without: Partial<MapFilters>
}

/** Every limit in force, in the order of the facets. @param industries what classes are called, by their codes */
export function chipsOf(
  filters: MapFilters,
  base: MapBase | null,
  industries: ReadonlyMap<string, string> | undefined,
  term: (label: Label) => string,
  overdueOnly: string,
): Chip[] {
  const townName = (code: string): string =>
    base?.towns.features.find(({ properties }) => properties.code === code)?.properties.name ?? code
  const gridName = (id: string): string =>
    base?.grids.features.find(({ properties }) => properties.id === id)?.properties.name ?? id
  return [
    ...filters.levels.map((level) => ({
      key: `level-${level}`,
      label: term(RISK_LEVELS[level]),
      without: { levels: filters.levels.filter((each) => each !== level) },
    })),
    ...filters.kinds.map((kind) => ({
      key: kind,
      label: term(ENTERPRISE_KINDS[kind]),
      without: { kinds: filters.kinds.filter((each) => each !== kind) },
    })),
    ...filters.industries.map((code) => ({
      key: `industry-${code}`,
      label: industries?.get(code) ?? code,
      without: { industries: filters.industries.filter((each) => each !== code) },
    })),
    ...filters.hazardStatuses.map((status) => ({
      key: status,
      label: term(HAZARD_STATUSES[status]),
      without: { hazardStatuses: filters.hazardStatuses.filter((each) => each !== status) },
    })),
    ...filters.grades.map((grade) => ({
      key: grade,
      label: term(HAZARD_GRADES[grade]),
      without: { grades: filters.grades.filter((each) => each !== grade) },
    })),
    ...(filters.overdueOnly
      ? [{ key: 'overdue', label: overdueOnly, without: { overdueOnly: false } }]
      : []),
    ...filters.towns.map((code) => ({
      key: code,
      label: townName(code),
      without: { towns: filters.towns.filter((each) => each !== code) },
    })),
    ...filters.grids.map((id) => ({
      key: id,
      label: gridName(id),
      without: { grids: filters.grids.filter((each) => each !== id) },
    })),
    ...filters.accidentTypes.map((type) => ({
      key: `accident-${type}`,
      label: term(ACCIDENT_TYPES[type]),
      without: { accidentTypes: filters.accidentTypes.filter((each) => each !== type) },
    })),
  ]
}
