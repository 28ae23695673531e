import type { RowCells } from '../parse-cells.ts'
import { tidy } from '../tidy.ts'
import { POINT_KEYS } from './columns.ts'

/** Lets rows of one risk point leave its columns empty below the first, as merged cells do. */
export function unmerge(): (cells: RowCells) => RowCells {
  let above: RowCells = {}
  return (cells) => {
    const continues = tidy(cells['code'] ?? '') === '' && tidy(cells['name'] ?? '') === ''
    const inherited = continues
      ? Object.fromEntries(
          POINT_KEYS.map((key) => [
            key,
            tidy(cells[key] ?? '') === '' ? (above[key] ?? '') : (cells[key] ?? ''),
          ]),
        )
      : {}
    above = { ...cells, ...inherited }
    return above
  }
}
