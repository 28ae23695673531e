import type { Label } from '../../domain/dictionary.ts'

/** A row that is not blank, with the number a spreadsheet shows beside it and its cells' text from column A on. */
export interface SheetRow {
  readonly number: number
  /** What a spreadsheet shows: `001` for a 1 in the format `000`, days as `2026-05-10`. */
  readonly cells: readonly string[]
  /** The number behind a cell that is shown differently, by position. */
  readonly stored?: ReadonlyMap<number, string>
  /** Why a cell has no value that could be trusted, by position. */
  readonly troubles?: ReadonlyMap<number, Label>
  /** Hidden by hand or by a filter. */
  readonly hidden?: boolean
}

/** Whether nothing stands in any cell. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}
