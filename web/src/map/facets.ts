import type { AccidentType } from '@onemap/api/domain/accident-type'
import type { HazardGrade, HazardStatus } from '@onemap/api/domain/hazard'
import type { DaySpans, EnterpriseColumns, MapSnapshots, TextCodes } from './columns.ts'
import { holdsDay } from './day-spans.ts'
import { FAILS, enterpriseFailures } from './enterprise-gate.ts'
import {
  CATEGORIES,
  accidentTypeOf,
  gradeOf,
  isOverdueCategory,
  levelOf,
  statusOf,
} from './filter-key.ts'
import { isOpenCategory, passTables, type PassTables } from './pass-tables.ts'
import type { LevelCounts, MapFilters } from './types.ts'

/** How many things of each layer a choice would show. */
interface Tally {
  enterprises: number
  riskPoints: number
  hazards: number
}

/**
 * Live counts beside each choice. A facet's own selection does not limit its own counts, every other facet does;
 * totals obey all facets.
 */
export interface FacetCounts {
  /** By enterprise kind, town code, grid id and GB/T 4754 class. */
  readonly byKind: ReadonlyMap<string, Tally>
  readonly byTown: ReadonlyMap<string, Tally>
  readonly byGrid: ReadonlyMap<string, Tally>
  readonly byIndustry: ReadonlyMap<string, Tally>
  readonly enterprises: { readonly total: number; readonly byLevel: LevelCounts }
  readonly riskPoints: {
    readonly total: number
    readonly byLevel: LevelCounts
    readonly byAccidentType: ReadonlyMap<AccidentType, number>
  }
  readonly hazards: {
    readonly total: number
    readonly open: number
    readonly majorOpen: number
    readonly byStatus: ReadonlyMap<HazardStatus, number>
    readonly byGrade: ReadonlyMap<HazardGrade, number>
    /** As if 'overdue only' were off. */
    readonly overdue: number
  }
}

/** What a filter lets through, ready for the map, and what it counts. */
export interface Filtered {
  /** 1 where the enterprise passes kind, town, grid, industry and search: gates its points and hazards too. */
  readonly gate: Uint8Array
  readonly tables: PassTables
  /** Hazards of each category whose enterprise passes, 256 long. */
  readonly hazardsByCategory: Uint32Array
  readonly counts: FacetCounts
}

interface LayerTally {
  /** Rows of each category whose enterprise passes. */
  readonly byCategory: Uint32Array
  /** Rows of each enterprise that pass their own table, whether the enterprise passes or not. */
  readonly byEnterprise: Uint32Array
}

interface Rows {
  readonly keys: Uint32Array
  readonly days?: DaySpans
}

/** @param day counts only rows whose days hold it, where rows have days */
function tallyLayer(
  { keys, days }: Rows,
  gate: Uint8Array,
  table: Uint8Array,
  day: number,
): LayerTally {
  const byCategory = new Uint32Array(CATEGORIES)
  const byEnterprise = new Uint32Array(gate.length)
  for (let row = 0; row < keys.length; row++) {
    if (days !== undefined && !holdsDay(days, row, day)) continue
    const key = keys[row] ?? 0
    const enterprise = key >>> 8
    const category = key & 0xff
    byCategory[category] = (byCategory[category] ?? 0) + (gate[enterprise] ?? 0)
    byEnterprise[enterprise] = (byEnterprise[enterprise] ?? 0) + (table[category] ?? 0)
  }
  return { byCategory, byEnterprise }
}

/** Sum of the categories that pass every given condition. */
function sumOf(byCategory: Uint32Array, passes: (category: number) => boolean): number {
  let sum = 0
  byCategory.forEach((count, category) => {
    if (count > 0 && passes(category)) sum += count
  })
  return sum
}

function groupBy<Group>(
  byCategory: Uint32Array,
  table: Uint8Array,
  groupOf: (category: number) => Group | null | undefined,
): Map<Group, number> {
  const groups = new Map<Group, number>()
  byCategory.forEach((count, category) => {
    const group = count > 0 && table[category] === 1 ? groupOf(category) : null
    if (group !== null && group !== undefined) groups.set(group, (groups.get(group) ?? 0) + count)
  })
  return groups
}

function levelCounts(byCategory: Uint32Array, table: Uint8Array): LevelCounts {
  const groups = groupBy(byCategory, table, levelOf)
  return [
    groups.get(0) ?? 0,
    groups.get(1) ?? 0,
    groups.get(2) ?? 0,
    groups.get(3) ?? 0,
    groups.get(4) ?? 0,
  ]
}

function tallyColumn(
  column: TextCodes,
  failures: Uint8Array,
  ownBit: number,
  layers: Readonly<Record<keyof Tally, Uint32Array>>,
): Map<string, Tally> {
  const tallies = column.values.map((): Tally => ({ enterprises: 0, riskPoints: 0, hazards: 0 }))
  for (let row = 0; row < failures.length; row++) {
    const tally = tallies[column.codes[row] ?? 0]
    if (((failures[row] ?? 0) & ~ownBit) !== 0 || tally === undefined) continue
    tally.enterprises += layers.enterprises[row] ?? 0
    tally.riskPoints += layers.riskPoints[row] ?? 0
    tally.hazards += layers.hazards[row] ?? 0
  }
  return new Map(
    column.values.map((value, code) => [
      value,
      tallies[code] ?? { enterprises: 0, riskPoints: 0, hazards: 0 },
    ]),
  )
}

const NO_KEYS = new Uint32Array(0)
const NO_ROWS: Rows = { keys: NO_KEYS }
const NO_TEXT: TextCodes<never> = { values: [], codes: new Uint8Array(0) }

const NO_ENTERPRISES: EnterpriseColumns = {
  version: '',
  asOf: '',
  length: 0,
  positions: new Float64Array(0),
  ids: [],
  names: [],
  initials: [],
  creditCodes: [],
  searchTexts: [],
  kind: NO_TEXT,
  level: new Uint8Array(0),
  town: NO_TEXT,
  grid: NO_TEXT,
  industry: NO_TEXT,
  industryNames: new Map(),
  keys: NO_KEYS,
  rowOf: new Map(),
}

const latest = new WeakMap<
  MapSnapshots,
  { readonly filters: MapFilters; readonly filtered: Filtered }
>()

/**
 * Filters and counts all three layers: one plain pass over each layer's keys.
 * The answer for the last filter is kept, so that the map and the screen around it may both ask.
 */
export function filterSnapshots(snapshots: MapSnapshots, filters: MapFilters): Filtered {
  const known = latest.get(snapshots)
  if (known?.filters === filters) return known.filtered
  const filtered = computeFiltered(snapshots, filters)
  latest.set(snapshots, { filters, filtered })
  return filtered
}

interface Gate {
  readonly filters: MapFilters
  readonly failures: Uint8Array
  readonly gate: Uint8Array
  readonly tables: PassTables
}

const gates = new WeakMap<object, Gate>()

/** One gate and one set of tables for all days of a recording: from day to day nothing is sent but the day. */
function gateOf({ past }: MapSnapshots, enterprises: EnterpriseColumns, filters: MapFilters): Gate {
  const known = past === undefined ? undefined : gates.get(past.recording)
  if (known?.filters === filters) return known
  const failures = enterpriseFailures(enterprises, filters)
  const made = {
    filters,
    failures,
    gate: failures.map((bits) => Number(bits === 0)),
    tables: passTables(filters),
  }
  if (past !== undefined) gates.set(past.recording, made)
  return made
}

function computeFiltered(snapshots: MapSnapshots, filters: MapFilters): Filtered {
  const enterprises = snapshots.enterprises ?? NO_ENTERPRISES
  const { failures, gate, tables } = gateOf(snapshots, enterprises, filters)
  const day = snapshots.past?.day ?? 0
  const ofEnterprises = tallyLayer(enterprises, gate, tables.enterprises, day)
  const ofPoints = tallyLayer(snapshots.riskPoints ?? NO_ROWS, gate, tables.riskPoints, day)
  const ofHazards = tallyLayer(snapshots.hazards ?? NO_ROWS, gate, tables.hazards, day)
  const layers = {
    enterprises: ofEnterprises.byEnterprise,
    riskPoints: ofPoints.byEnterprise,
    hazards: ofHazards.byEnterprise,
  }
  const without = (dropped: Partial<MapFilters>) => passTables({ ...filters, ...dropped })
  const passing = (table: Uint8Array) => (category: number) => table[category] === 1
  const hazardTable = tables.hazards
  const withoutOverdue = without({ overdueOnly: false }).hazards

  return {
    gate,
    tables,
    hazardsByCategory: ofHazards.byCategory,
    counts: {
      byKind: tallyColumn(enterprises.kind, failures, FAILS.kind, layers),
      byTown: tallyColumn(enterprises.town, failures, FAILS.town, layers),
      byGrid: tallyColumn(enterprises.grid, failures, FAILS.grid, layers),
      byIndustry: tallyColumn(enterprises.industry, failures, FAILS.industry, layers),
      enterprises: {
        total: sumOf(ofEnterprises.byCategory, passing(tables.enterprises)),
        byLevel: levelCounts(ofEnterprises.byCategory, without({ levels: [] }).enterprises),
      },
      riskPoints: {
        total: sumOf(ofPoints.byCategory, passing(tables.riskPoints)),
        byLevel: levelCounts(ofPoints.byCategory, without({ levels: [] }).riskPoints),
        byAccidentType: groupBy(
          ofPoints.byCategory,
          without({ accidentTypes: [] }).riskPoints,
          accidentTypeOf,
        ),
      },
      hazards: {
        total: sumOf(ofHazards.byCategory, passing(hazardTable)),
        open: sumOf(
          ofHazards.byCategory,
          (category) => hazardTable[category] === 1 && isOpenCategory(category),
        ),
        majorOpen: sumOf(
          ofHazards.byCategory,
          (category) =>
            hazardTable[category] === 1 &&
            isOpenCategory(category) &&
            gradeOf(category) === 'major',
        ),
        byStatus: groupBy(ofHazards.byCategory, without({ hazardStatuses: [] }).hazards, statusOf),
        byGrade: groupBy(
          ofHazards.byCategory,
          without({ grades: [] }).hazards,
          (category) => gradeOf(category) || null,
        ),
        overdue: sumOf(
          ofHazards.byCategory,
          (category) => withoutOverdue[category] === 1 && isOverdueCategory(category),
        ),
      },
    },
  }
}
