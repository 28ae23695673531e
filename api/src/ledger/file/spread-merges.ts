import type { Label } from '../../domain/dictionary.ts'
import type { Merge } from './merges.ts'
import type { SheetRow } from './sheet-row.ts'

/** What a merged cell says in each of its rows. */
interface Spread {
  readonly bottom: number
  readonly text: string
  readonly stored: string | undefined
  readonly trouble: Label | undefined
}

/**
 * Gives every cell of a merged rectangle what its first cell holds, as a reader sees it.
 * @param merges from the top of the sheet down
 * @returns a function that takes the rows from the top down
 */
export function spreadMerges(merges: readonly Merge[]): (row: SheetRow) => SheetRow {
  const standing = new Map<number, Spread>()
  let next = 0
  return (row) => {
    for (; next < merges.length; next += 1) {
      const merge = merges[next]
      if (merge === undefined || merge.top > row.number) break
      if (merge.top === row.number) begin(standing, merge, row)
    }
    return standing.size === 0 ? row : filled(standing, row)
  }
}

function begin(standing: Map<number, Spread>, { left, right, bottom }: Merge, row: SheetRow): void {
  const first = left - 1
  const text = row.cells[first] ?? ''
  const spread = {
    bottom,
    text,
    stored: row.stored?.get(first),
    trouble: row.troubles?.get(first),
  }
  if (text === '' && spread.trouble === undefined) return
  for (let column = first; column < right && column < MOST_COLUMNS; column += 1)
    standing.set(column, spread)
}

/** Titles are merged over whole sheets: nothing is spread further than this. */
const MOST_COLUMNS = 200

function filled(standing: Map<number, Spread>, row: SheetRow): SheetRow {
  const cells = [...row.cells]
  const stored = new Map(row.stored)
  const troubles = new Map(row.troubles)
  for (const [column, spread] of standing) {
    if (spread.bottom < row.number) {
      standing.delete(column)
      continue
    }
    if ((cells[column] ?? '') !== '' || troubles.has(column)) continue
    while (cells.length < column) cells.push('')
    cells[column] = spread.text
    if (spread.stored !== undefined) stored.set(column, spread.stored)
    if (spread.trouble !== undefined) troubles.set(column, spread.trouble)
  }
  return {
    ...row,
    cells,
    ...(stored.size > 0 ? { stored } : {}),
    ...(troubles.size > 0 ? { troubles } : {}),
  }
}
