import type { Column, Takes } from '../column.ts'
import { DAYS_TO_1904 } from '../file/formats.ts'
import type { SheetRow } from '../file/sheet-row.ts'
import type { TableFile } from '../file/table-file.ts'
import type { Fault, RowCells } from '../parse-cells.ts'
import type { Headings } from './headings.ts'
import { leftOut, type LeftOut } from './left-out.ts'
import { ordinalOf, type RowPlace } from './row-place.ts'
import type { LedgerTables } from './tables.ts'

/** A row of data: its text by the column's key, and which cells have no value that could be trusted. */
export interface LedgerRow {
  readonly ordinal: number
  readonly place: RowPlace
  /** All cells, for the rejects. */
  readonly cells: readonly string[]
  readonly byKey: RowCells
  readonly troubles: readonly Fault[]
}

/** What was read besides good rows, complete once all rows are. */
export interface ReadTally {
  rows: number
  /** Rows of data that are hidden or filtered out. */
  readonly hidden: Counted
  readonly leftOut: Map<LeftOut, Counted>
  /** Cells without a value in columns that are only for checking, by the column's heading. */
  readonly unchecked: Map<string, Counted>
}

interface Counted {
  count: number
  /** The first of them. */
  readonly places: RowPlace[]
}

const PLACES_KEPT = 5

export const emptyTally = (): ReadTally => ({
  rows: 0,
  hidden: { count: 0, places: [] },
  leftOut: new Map(),
  unchecked: new Map(),
})

function countIn(counted: Counted, place: RowPlace): void {
  counted.count += 1
  if (counted.places.length < PLACES_KEPT) counted.places.push(place)
}

function countUnder<Key>(all: Map<Key, Counted>, key: Key, place: RowPlace): void {
  const counted = all.get(key) ?? { count: 0, places: [] }
  all.set(key, counted)
  countIn(counted, place)
}

/** Whether rows that are hidden are read like the others. */
export type HiddenRows = 'read' | 'skip'

/**
 * The rows of data of a ledger, sheet after sheet; totals, signatures and repeated headings are counted and left out.
 * @param tally filled in as rows are read
 */
export async function* ledgerRows(
  file: TableFile,
  columns: readonly Column[],
  { tables }: LedgerTables,
  tally: ReadTally,
  hiddenRows: HiddenRows = 'read',
): AsyncGenerator<LedgerRow> {
  for (const [index, { sheet, name, headings }] of tables.entries()) {
    const needed = neededPositions(columns, headings)
    for await (const row of file.rows(sheet)) {
      if (row.number <= headings.row) continue
      const place = { sheet: tables.length > 1 ? name : null, row: row.number }
      const reason = leftOut(row.cells, headings, needed)
      if (reason !== undefined) {
        countUnder(tally.leftOut, reason, place)
        continue
      }
      if (row.hidden) countIn(tally.hidden, place)
      if (row.hidden && hiddenRows === 'skip') continue
      tally.rows += 1
      const { unchecked, ...read } = byKey(row, columns, headings, file.date1904)
      for (const heading of unchecked) countUnder(tally.unchecked, heading, place)
      yield { ordinal: ordinalOf(index, row.number), place, cells: row.cells, ...read }
    }
  }
}

function neededPositions(columns: readonly Column[], { positions }: Headings): number[] {
  return columns
    .filter(({ required }) => required)
    .flatMap(({ key, instead = [] }) => {
      const at = [key, ...instead].map((one) => positions.get(one)).find((one) => one !== undefined)
      return at === undefined ? [] : [at]
    })
}

function byKey(
  { cells, stored, troubles }: SheetRow,
  columns: readonly Column[],
  { positions }: Headings,
  date1904: boolean,
): Pick<LedgerRow, 'byKey' | 'troubles'> & { unchecked: string[] } {
  const texts: Record<string, string> = {}
  const faults: Fault[] = []
  const unchecked: string[] = []
  for (const { key, heading, takes, forChecking } of columns) {
    const at = positions.get(key) ?? -1
    const shown = cells[at] ?? ''
    const trouble = troubles?.get(at)
    texts[key] = trouble === undefined ? textOf(takes, shown, stored?.get(at), date1904) : ''
    if (trouble === undefined) continue
    if (forChecking) unchecked.push(heading)
    else faults.push({ key, fault: trouble })
  }
  return { byKey: texts, troubles: faults, unchecked }
}

function textOf(
  takes: Takes,
  shown: string,
  stored: string | undefined,
  date1904: boolean,
): string {
  if (takes === 'stored') return stored ?? shown
  return takes === 'day' && date1904 ? in1900(shown) : shown
}

/** A day that was left as a bare number, counted in the usual calendar. */
function in1900(shown: string): string {
  return /^\d{5}(?:\.\d+)?$/.test(shown) ? String(Number(shown) + DAYS_TO_1904) : shown
}
