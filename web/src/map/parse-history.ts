import { OPEN_HAZARD_STATUSES } from '@onemap/api/domain/hazard'
import { SnapshotError, openTable } from './arrow.ts'
import type {
  DaySpans,
  EnterpriseColumns,
  HazardColumns,
  RiskPointColumns,
  TextCodes,
} from './columns.ts'
import {
  enterpriseRowOf,
  gradeOf,
  categoryOf,
  hazardCategory,
  keyOf,
  statusOf,
} from './filter-key.ts'
import { parseEnterprises, parseHazards, parseRiskPoints, spansOf } from './parse.ts'

/** Enterprises of the recording, one row each, and the levels they had. */
export interface EnterpriseHistory {
  /** As they were last recorded. */
  readonly columns: EnterpriseColumns
  /** One for each level an enterprise had: its row, the level, and the days. */
  readonly rows: Uint32Array
  readonly levels: Uint8Array
  readonly days: DaySpans
}

function needed(days: DaySpans | null | undefined, layer: string): DaySpans {
  if (days === null || days === undefined)
    throw new SnapshotError(`the history of ${layer} has no days`)
  return days
}

/** Parses `history/enterprises.arrow`. @throws SnapshotError */
export function parseEnterpriseHistory(bytes: Uint8Array): EnterpriseHistory {
  const all = parseEnterprises(bytes)
  const days = needed(spansOf(openTable(bytes, 'enterprises').table), 'enterprises')
  // Its last row says how an enterprise is named and where it belongs.
  const lastOf = new Map<string, number>()
  all.ids.forEach((id, row) => {
    const known = lastOf.get(id)
    if (known === undefined || (days[known * 2 + 1] ?? 0) < (days[row * 2 + 1] ?? 0))
      lastOf.set(id, row)
  })
  const columns = pickRows(all, [...lastOf.values()])
  return {
    columns,
    rows: Uint32Array.from(all.ids, (id) => columns.rowOf.get(id) ?? 0),
    levels: all.level,
    days,
  }
}

function pickRows(all: EnterpriseColumns, rows: readonly number[]): EnterpriseColumns {
  const texts = (column: readonly string[]) => rows.map((row) => column[row] ?? '')
  const codes = <Value extends string>({
    values,
    codes: all,
  }: TextCodes<Value>): TextCodes<Value> => ({
    values,
    codes: Uint32Array.from(rows, (row) => all[row] ?? 0),
  })
  const ids = texts(all.ids)
  const level = Uint8Array.from(rows, (row) => all.level[row] ?? 0)
  return {
    version: all.version,
    asOf: all.asOf,
    length: rows.length,
    positions: Float64Array.from(
      rows.flatMap((row) => [all.positions[row * 2] ?? 0, all.positions[row * 2 + 1] ?? 0]),
    ),
    ids,
    names: texts(all.names),
    initials: texts(all.initials),
    creditCodes: texts(all.creditCodes),
    searchTexts: texts(all.searchTexts),
    kind: codes(all.kind),
    town: codes(all.town),
    grid: codes(all.grid),
    industry: codes(all.industry),
    industryNames: all.industryNames,
    level,
    keys: Uint32Array.from(level, (value, row) => keyOf(row, value)),
    rowOf: new Map(ids.map((id, row) => [id, row])),
  }
}

/** Parses `history/risk-points.arrow`. @throws SnapshotError */
export function parseRiskPointHistory(
  bytes: Uint8Array,
  enterprises: EnterpriseColumns,
): RiskPointColumns {
  const columns = parseRiskPoints(bytes, enterprises)
  needed(columns.days, 'risk-points')
  return columns
}

const NEVER = -1

/** Parses `history/hazards.arrow`; the days on which a hazard was overdue are rows of their own. @throws SnapshotError */
export function parseHazardHistory(
  bytes: Uint8Array,
  enterprises: EnterpriseColumns,
): HazardColumns {
  const columns = parseHazards(bytes, enterprises, NEVER)
  return splitOverdue(columns, needed(columns.days, 'hazards'))
}

/** Overdue begins the day after the deadline: there an open hazard's row ends and another begins, so that a day needs only be compared. */
function splitOverdue(columns: HazardColumns, days: DaySpans): HazardColumns {
  const source: number[] = []
  const spans: number[] = []
  const keys: number[] = []
  for (let row = 0; row < columns.length; row++) {
    const [from = 0, to = 0, key = 0, deadline = NEVER] = [
      days[row * 2],
      days[row * 2 + 1],
      columns.keys[row],
      columns.deadline[row],
    ]
    const status = statusOf(categoryOf(key))
    const open = OPEN_HAZARD_STATUSES.find((each) => each === status)
    const turns =
      open === undefined || deadline < 0 ? to : Math.min(to, Math.max(from, deadline + 1))
    if (from < turns) {
      source.push(row)
      spans.push(from, turns)
      keys.push(key)
    }
    if (turns < to && open !== undefined) {
      source.push(row)
      spans.push(turns, to)
      keys.push(keyOf(enterpriseRowOf(key), hazardCategory(open, gradeOf(categoryOf(key)), true)))
    }
  }
  const take = (stride: number) =>
    source.flatMap((row) => Array.from({ length: stride }, (_, index) => row * stride + index))
  return {
    ...columns,
    length: source.length,
    positions: Float64Array.from(take(2), (index) => columns.positions[index] ?? 0),
    ids: Uint8Array.from(take(16), (index) => columns.ids[index] ?? 0),
    no: Uint32Array.from(source, (row) => columns.no[row] ?? 0),
    deadline: Int32Array.from(source, (row) => columns.deadline[row] ?? NEVER),
    reportedOn: Int32Array.from(source, (row) => columns.reportedOn[row] ?? NEVER),
    keys: Uint32Array.from(keys),
    days: Int32Array.from(spans),
  }
}
