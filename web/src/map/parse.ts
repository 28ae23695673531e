import { foldForSearch } from '@onemap/api/domain/search-text'
import { ENTERPRISE_KIND_CODES, type EnterpriseKind } from '@onemap/api/domain/enterprise-kind'
import {
  HAZARD_GRADE_CODES,
  HAZARD_STATUS_CODES,
  OPEN_HAZARD_STATUSES,
  type HazardGrade,
  type HazardStatus,
} from '@onemap/api/domain/hazard'
import type { Table } from '@uwdata/flechette'
import {
  SnapshotError,
  codeColumn,
  flatColumn,
  numberColumn,
  openTable,
  textColumn,
} from './arrow.ts'
import type {
  DaySpans,
  EnterpriseColumns,
  HazardColumns,
  RiskPointColumns,
  TextCodes,
} from './columns.ts'
import {
  MOST_ENTERPRISES,
  hazardCategory,
  keyOf,
  levelOf,
  riskPointCategory,
} from './filter-key.ts'

function knownAs<Code extends string>(codes: readonly Code[], value: string, what: string): Code {
  const known = codes.find((code) => code === value)
  if (known === undefined) throw new SnapshotError(`unknown ${what} '${value}'`)
  return known
}

/** Parses `enterprises.arrow`. @throws SnapshotError */
export function parseEnterprises(bytes: Uint8Array): EnterpriseColumns {
  const { table, version, asOf } = openTable(bytes, 'enterprises')
  if (table.numRows > MOST_ENTERPRISES)
    throw new SnapshotError(`more than ${MOST_ENTERPRISES} enterprises`)
  const ids = textColumn(table, 'id')
  const names = textColumn(table, 'name')
  const initials = textColumn(table, 'initials')
  const creditCodes = textColumn(table, 'creditCode')
  const level = numberColumn(table, 'level', Uint8Array)
  const kind = codeColumn(table, 'kind')
  const industry = codeColumn(table, 'industry')
  return {
    version,
    asOf,
    length: table.numRows,
    positions: flatColumn(table, 'geometry', Float64Array, 2),
    ids,
    names,
    initials,
    creditCodes,
    searchTexts: names.map((name, row) =>
      foldForSearch(`${name} ${initials[row] ?? ''} ${creditCodes[row] ?? ''}`),
    ),
    kind: {
      values: kind.values.map((value): EnterpriseKind =>
        knownAs(ENTERPRISE_KIND_CODES, value, 'kind of enterprise'),
      ),
      codes: kind.codes,
    },
    level,
    town: codeColumn(table, 'town'),
    grid: codeColumn(table, 'grid'),
    industry,
    industryNames: namesOf(industry, codeColumn(table, 'industryName')),
    keys: Uint32Array.from(level, (value, row) => keyOf(row, value)),
    rowOf: new Map(ids.map((id, row) => [id, row])),
  }
}

/** What each code is called by the first that bears it. */
function namesOf(codes: TextCodes, names: TextCodes): ReadonlyMap<string, string> {
  const first = new Int32Array(codes.values.length).fill(-1)
  codes.codes.forEach((code, row) => {
    if (first[code] === -1) first[code] = row
  })
  return new Map(
    codes.values.map((code, index) => [
      code,
      names.values[names.codes[first[index] ?? 0] ?? 0] ?? code,
    ]),
  )
}

/** Enterprise row of each row, -1 where the enterprise is not in the snapshot (it changed in between). */
function enterpriseRows(
  column: { values: string[]; codes: Uint32Array },
  enterprises: EnterpriseColumns,
): (row: number) => number {
  const rows = Int32Array.from(column.values, (id) => enterprises.rowOf.get(id) ?? -1)
  return (row) => rows[column.codes[row] ?? 0] ?? -1
}

/** The days of each row, interleaved; null where the table is of how things stand now. */
export function spansOf(table: Table): DaySpans | null {
  if (!table.names.includes('from')) return null
  const from = numberColumn(table, 'from', Int32Array)
  const to = numberColumn(table, 'to', Int32Array)
  const days = new Int32Array(from.length * 2)
  for (let row = 0; row < from.length; row++) {
    days[row * 2] = from[row] ?? 0
    days[row * 2 + 1] = to[row] ?? 0
  }
  return days
}

/** Parses `risk-points.arrow` and lays it out safest first. @throws SnapshotError */
export function parseRiskPoints(
  bytes: Uint8Array,
  enterprises: EnterpriseColumns,
): RiskPointColumns {
  const { table, version, asOf } = openTable(bytes, 'risk-points')
  const positions = flatColumn(table, 'geometry', Float64Array, 2)
  const no = numberColumn(table, 'no', Uint16Array)
  const level = numberColumn(table, 'level', Uint8Array)
  const accidentType = numberColumn(table, 'accidentType', Uint8Array)
  const enterpriseRow = enterpriseRows(codeColumn(table, 'enterprise'), enterprises)

  const slots = drawingSlots(level, enterpriseRow)
  const columns = {
    positions: new Float64Array(slots.length * 2),
    no: new Uint16Array(slots.length),
    keys: new Uint32Array(slots.length),
  }
  const told = spansOf(table)
  const days = told === null ? null : new Int32Array(slots.length * 2)
  for (let row = 0; row < level.length; row++) {
    const slot = slots.of[row] ?? -1
    if (slot < 0) continue
    columns.positions[slot * 2] = positions[row * 2] ?? 0
    columns.positions[slot * 2 + 1] = positions[row * 2 + 1] ?? 0
    columns.no[slot] = no[row] ?? 0
    columns.keys[slot] = keyOf(
      enterpriseRow(row),
      riskPointCategory(level[row] ?? 0, accidentType[row] ?? 0),
    )
    days?.set(told?.subarray(row * 2, row * 2 + 2) ?? [], slot * 2)
  }
  return { version, asOf, length: slots.length, ...columns, ...(days === null ? {} : { days }) }
}

/** A counting sort: not assessed first, then level 4 up to level 1; -1 for a row without its enterprise. */
function drawingSlots(
  level: Uint8Array,
  enterpriseRow: (row: number) => number,
): { of: Int32Array; length: number } {
  const of = new Int32Array(level.length).fill(-1)
  let next = 0
  for (const wanted of [0, 4, 3, 2, 1]) {
    for (let row = 0; row < level.length; row++) {
      if (levelOf(level[row] ?? 0) === wanted && enterpriseRow(row) >= 0) of[row] = next++
    }
  }
  return { of, length: next }
}

/**
 * Parses `hazards.arrow`. Overdue: open with a deadline before `today` (days since 1970-01-01 in China).
 * @throws SnapshotError
 */
export function parseHazards(
  bytes: Uint8Array,
  enterprises: EnterpriseColumns,
  today: number,
): HazardColumns {
  const { table, version, asOf } = openTable(bytes, 'hazards')
  const status = codeColumn(table, 'status')
  const statuses = status.values.map((value): HazardStatus =>
    knownAs(HAZARD_STATUS_CODES, value, 'status of a hazard'),
  )
  const grade = codeColumn(table, 'grade')
  const grades = grade.values.map((value): HazardGrade | '' =>
    value === '' ? '' : knownAs(HAZARD_GRADE_CODES, value, 'grade of a hazard'),
  )
  const deadline = numberColumn(table, 'deadline', Int32Array)
  const enterpriseRow = enterpriseRows(codeColumn(table, 'enterprise'), enterprises)
  const open = statuses.map((value) => OPEN_HAZARD_STATUSES.some((each) => each === value))

  const days = spansOf(table)
  const keys = new Uint32Array(table.numRows)
  const lost: number[] = []
  for (let row = 0; row < table.numRows; row++) {
    const code = status.codes[row] ?? 0
    const due = deadline[row] ?? -1
    const overdue = open[code] === true && due >= 0 && due < today
    const enterprise = enterpriseRow(row)
    if (enterprise < 0) lost.push(row)
    else
      keys[row] = keyOf(
        enterprise,
        hazardCategory(statuses[code] ?? 'void', grades[grade.codes[row] ?? 0] ?? '', overdue),
      )
  }
  const columns = {
    positions: flatColumn(table, 'geometry', Float64Array, 2),
    ids: flatColumn(table, 'id', Uint8Array, 16),
    no: numberColumn(table, 'no', Uint32Array),
    keys,
    deadline,
    reportedOn: numberColumn(table, 'reportedOn', Int32Array),
    ...(days === null ? {} : { days }),
  }
  return {
    version,
    asOf,
    today,
    length: table.numRows - lost.length,
    ...withoutRows(columns, lost),
  }
}

type HazardArrays = Pick<
  HazardColumns,
  'positions' | 'ids' | 'no' | 'keys' | 'deadline' | 'reportedOn' | 'days'
>

function withoutRows(columns: HazardArrays, lost: readonly number[]): HazardArrays {
  if (lost.length === 0) return columns
  const gone = new Set(lost)
  const kept = (index: number, stride: number) => !gone.has(Math.floor(index / stride))
  return {
    positions: columns.positions.filter((_, index) => kept(index, 2)),
    ids: columns.ids.filter((_, index) => kept(index, 16)),
    no: columns.no.filter((_, index) => kept(index, 1)),
    keys: columns.keys.filter((_, index) => kept(index, 1)),
    deadline: columns.deadline.filter((_, index) => kept(index, 1)),
    reportedOn: columns.reportedOn.filter((_, index) => kept(index, 1)),
    ...(columns.days === undefined
      ? {}
      : { days: columns.days.filter((_, index) => kept(index, 2)) }),
  }
}

/** Id of a hazard as text (uuid). */
export function hazardId(hazards: HazardColumns, row: number): string {
  const hex = Array.from(hazards.ids.subarray(row * 16, row * 16 + 16), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
