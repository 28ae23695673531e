import type { Column } from './column.ts'
import { FileProblem } from './file/file-problem.ts'
import type { SheetRow } from './file/sheet-row.ts'
import { headingKeys } from './tidy.ts'

/** Where the columns of a ledger stand in a file. */
export interface Headings {
  readonly row: number
  /** The file's own headings, for its rejects. */
  readonly texts: readonly string[]
  /** Position in a row by the column's key. */
  readonly positions: ReadonlyMap<string, number>
  /** Headings that mean nothing to this ledger. */
  readonly ignored: readonly string[]
}

/** Titles and notes may stand above the headings, but not more than this. */
const ROWS_BEFORE_GIVING_UP = 10

/** Gives every column the best heading that is left: its own before its aliases, exact before bracketed. */
function match(columns: readonly Column[], { number, cells }: SheetRow): Headings {
  const keys = cells.map(headingKeys)
  const positions = new Map<string, number>()
  const taken = new Set<number>()
  const depth = Math.max(...columns.map(({ aliases = [] }) => aliases.length)) + 1
  for (let rank = 0; rank < depth; rank += 1) {
    for (const { key, heading, aliases = [] } of columns) {
      const name = [heading, ...aliases][rank]
      if (name === undefined || positions.has(key)) continue
      const wanted = headingKeys(name)[0] ?? ''
      const position = [0, 1]
        .map((form) => keys.findIndex((forms, at) => forms[form] === wanted && !taken.has(at)))
        .find((at) => at >= 0)
      if (position === undefined) continue
      positions.set(key, position)
      taken.add(position)
    }
  }
  const ignored = cells
    .map((cell) => cell.replace(/\s+/g, ''))
    .filter((cell, at) => cell !== '' && !taken.has(at))
  return { row: number, texts: cells, positions, ignored }
}

/**
 * Reads on until a row holds the headings of all required columns.
 * @throws FileProblem that names every missing one
 */
export async function findHeadings(
  columns: readonly Column[],
  rows: AsyncIterator<SheetRow>,
): Promise<Headings> {
  const needed = columns.filter(({ required }) => required)
  let best: Headings | undefined
  for (let looked = 0; looked < ROWS_BEFORE_GIVING_UP; looked += 1) {
    const next = await rows.next()
    if (next.done) break
    const found = match(columns, next.value)
    if (needed.every(({ key }) => found.positions.has(key))) return found
    if (best === undefined || found.positions.size > best.positions.size) best = found
  }
  if (best === undefined) throw new FileProblem('文件是空的，没有表头')
  const { positions, row } = best
  const missing = needed
    .filter(({ key }) => !positions.has(key))
    .map(({ heading }) => `“${heading}”`)
  throw new FileProblem(
    positions.size === 0
      ? `前 ${ROWS_BEFORE_GIVING_UP} 行中没有找到表头，至少应有：${missing.join('、')}`
      : `第 ${row} 行表头缺少：${missing.join('、')}（请对照模板补全）`,
  )
}
