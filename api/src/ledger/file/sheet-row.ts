/** A row that is not blank, with the number a spreadsheet shows beside it and its cells' text from column A on. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly string[]
}

/** Whether nothing stands in any cell. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}
