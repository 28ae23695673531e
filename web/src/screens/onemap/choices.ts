import { ACCIDENT_TYPES, isAccidentType, type AccidentType } from '@onemap/api/domain/accident-type'
import type { Label } from '@onemap/api/domain/dictionary'
import {
  ENTERPRISE_KIND_CODES,
  ENTERPRISE_KINDS,
  type EnterpriseKind,
} from '@onemap/api/domain/enterprise-kind'
import {
  HAZARD_GRADE_CODES,
  HAZARD_GRADES,
  HAZARD_STATUS_CODES,
  HAZARD_STATUSES,
  type HazardGrade,
  type HazardStatus,
} from '@onemap/api/domain/hazard'
import { RISK_LEVEL_ORDER, RISK_LEVELS, type RiskLevel } from '@onemap/api/domain/risk-level'
import type { FacetCounts } from '../../map/facets.ts'
import type { MapBase } from '../../map/types.ts'

/** One choice of a facet and how many things it would show. */
export interface Choice<Value extends string | number> {
  readonly value: Value
  readonly label: string
  readonly count: number
}

type Term = (label: Label) => string

export function levelChoices(counts: FacetCounts, term: Term): Choice<RiskLevel>[] {
  return RISK_LEVEL_ORDER.map((level) => ({
    value: level,
    label: term(RISK_LEVELS[level]),
    count: counts.riskPoints.byLevel[level],
  }))
}

export function kindChoices(counts: FacetCounts, term: Term): Choice<EnterpriseKind>[] {
  return ENTERPRISE_KIND_CODES.map((kind) => ({
    value: kind,
    label: term(ENTERPRISE_KINDS[kind]),
    count: counts.byKind.get(kind)?.enterprises ?? 0,
  }))
}

/** Industries by their enterprises, most first, and those chosen; what has no class registered is none of them. */
export function industryChoices(
  counts: FacetCounts,
  chosen: readonly string[],
  industries: ReadonlyMap<string, string> | undefined,
): Choice<string>[] {
  const codes = new Set([...counts.byIndustry.keys(), ...chosen])
  codes.delete('')
  const choices = [...codes].map((code) => ({
    value: code,
    label: industries?.get(code) ?? code,
    count: counts.byIndustry.get(code)?.enterprises ?? 0,
  }))
  return choices.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

/** Towns in the order of their codes. */
export function townChoices(counts: FacetCounts, base: MapBase | null): Choice<string>[] {
  const towns = (base?.towns.features ?? []).flatMap(({ properties: { code, name } }) =>
    code === undefined ? [] : [{ code, name }],
  )
  return towns
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, name }) => ({
      value: code,
      label: name,
      count: counts.byTown.get(code)?.enterprises ?? 0,
    }))
}

export function gridChoices(
  counts: FacetCounts,
  base: MapBase | null,
  townCode: string,
): Choice<string>[] {
  const grids = (base?.grids.features ?? [])
    .map(({ properties }) => properties)
    .filter((grid) => grid.townCode === townCode)
  return grids
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map((grid) => ({
      value: grid.id,
      label: grid.name,
      count: counts.byGrid.get(grid.id)?.enterprises ?? 0,
    }))
}

/** Accident types that occur, the most frequent first. */
export function accidentChoices(
  counts: FacetCounts,
  chosen: readonly AccidentType[],
  term: Term,
): Choice<AccidentType>[] {
  const types = Object.keys(ACCIDENT_TYPES).map(Number).filter(isAccidentType)
  const choices = types.map((type) => ({
    value: type,
    label: term(ACCIDENT_TYPES[type]),
    count: counts.riskPoints.byAccidentType.get(type) ?? 0,
  }))
  return choices
    .filter(({ value, count }) => count > 0 || chosen.includes(value))
    .toSorted((a, b) => b.count - a.count)
}

export function statusChoices(counts: FacetCounts, term: Term): Choice<HazardStatus>[] {
  return HAZARD_STATUS_CODES.map((status) => ({
    value: status,
    label: term(HAZARD_STATUSES[status]),
    count: counts.hazards.byStatus.get(status) ?? 0,
  }))
}

export function gradeChoices(counts: FacetCounts, term: Term): Choice<HazardGrade>[] {
  return HAZARD_GRADE_CODES.map((grade) => ({
    value: grade,
    label: term(HAZARD_GRADES[grade]),
    count: counts.hazards.byGrade.get(grade) ?? 0,
  }))
}
