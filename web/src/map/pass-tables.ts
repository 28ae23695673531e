import { OPEN_HAZARD_STATUSES } from '@onemap/api/domain/hazard'
import {
  ABSENT,
  CATEGORIES,
  accidentTypeOf,
  gradeOf,
  isOverdueCategory,
  levelOf,
  statusOf,
  toLevel,
} from './filter-key.ts'
import type { MapFilters } from './types.ts'

/** Which of the 256 categories of a layer a filter lets through: 1 or 0 each. */
export type PassTable = Uint8Array

/** Each layer is filtered by the facets it has: enterprises and risk points by their own level. */
export interface PassTables {
  readonly enterprises: PassTable
  readonly riskPoints: PassTable
  readonly hazards: PassTable
}

const chosen = <Value>(choices: readonly Value[], value: Value | null): boolean =>
  choices.length === 0 || (value !== null && choices.includes(value))

function table(passes: (category: number) => boolean): PassTable {
  return Uint8Array.from({ length: CATEGORIES }, (_, category) => Number(passes(category)))
}

/** The filters that look at a row's own category. */
export function passTables(filters: MapFilters): PassTables {
  const level = (category: number) => chosen(filters.levels, toLevel(levelOf(category)))
  return {
    enterprises: table((category) => category !== ABSENT && level(category)),
    riskPoints: table(
      (category) => level(category) && chosen(filters.accidentTypes, accidentTypeOf(category)),
    ),
    hazards: table(
      (category) =>
        chosen(filters.hazardStatuses, statusOf(category) ?? null) &&
        chosen(filters.grades, gradeOf(category) || null) &&
        (!filters.overdueOnly || isOverdueCategory(category)),
    ),
  }
}

/** Whether a hazard of this category is still open (not yet known to be gone). */
export function isOpenCategory(category: number): boolean {
  const status = statusOf(category)
  return OPEN_HAZARD_STATUSES.some((open) => open === status)
}
