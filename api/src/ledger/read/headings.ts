import type { Label } from '../../domain/dictionary.ts'
import type { Column } from '../column.ts'
import type { SheetRow } from '../file/sheet-row.ts'
import { headingKeys, wordKey } from '../tidy.ts'

/** Where the columns of a ledger stand in a sheet. */
export interface Headings {
  /** Number of the last row that belongs to the headings. */
  readonly row: number
  /** The sheet's own headings, for its rejects. */
  readonly texts: readonly string[]
  /** Position in a row by the column's key. */
  readonly positions: ReadonlyMap<string, number>
  /** Headings that mean nothing to this ledger. */
  readonly ignored: readonly string[]
  /** The rows of titles and headings, as `rowKey` gives them: long lists repeat them on every page. */
  readonly repeated: ReadonlySet<string>
}

/** Titles and notes may stand above the headings, but the headings begin within so many rows that are not blank. */
export const ROWS_BEFORE_GIVING_UP = 20
/** Headings of several storeys: 风险评价 above L, E, C, D and 等级. */
const MOST_STOREYS = 3

/** The rows of a sheet that are looked at for headings. */
export const OPENING_ROWS = ROWS_BEFORE_GIVING_UP + MOST_STOREYS

/** A row of titles or headings, for comparing. */
export const rowKey = (cells: readonly string[]): string => cells.map(wordKey).join('\n').trimEnd()

/**
 * Finds the headings of a ledger among the first rows of a sheet: on one row or on several, of which each cell is
 * understood by its lowest text, or by all its texts together.
 * @returns the headings, or what is missing where they are likeliest to stand
 */
export function findHeadings(
  columns: readonly Column[],
  opening: readonly SheetRow[],
): Headings | { readonly missing: Label } {
  let best: Candidate | undefined
  for (let start = 0; start < Math.min(opening.length, ROWS_BEFORE_GIVING_UP); start += 1) {
    for (let storeys = 1; storeys <= MOST_STOREYS; storeys += 1) {
      const rows = opening.slice(start, start + storeys)
      if (rows.length < storeys) break
      const candidate = match(columns, rows)
      if (best === undefined || isBetter(candidate, best)) best = candidate
    }
  }
  if (best === undefined || best.positions.size === 0) return { missing: noHeadings(columns) }
  if (best.missing.length > 0) return { missing: incomplete(best, columns) }
  const { row, texts, positions, ignored, rows } = best
  const until = opening.findIndex(({ number }) => number === row)
  const repeated = new Set(opening.slice(0, until + 1).map(({ cells }) => rowKey(cells)))
  for (const { cells } of rows) repeated.add(rowKey(cells))
  return { row, texts, positions, ignored, repeated }
}

interface Candidate extends Omit<Headings, 'repeated'> {
  readonly rows: readonly SheetRow[]
  readonly missing: readonly Column[]
}

/** More rows are taken for headings only where they name more columns. */
function isBetter(one: Candidate, other: Candidate): boolean {
  const whole = (candidate: Candidate) => (candidate.missing.length === 0 ? 1 : 0)
  return whole(one) !== whole(other)
    ? whole(one) > whole(other)
    : one.positions.size > other.positions.size
}

/** A heading as it may be compared, and as it is written. */
interface Form {
  readonly key: string
  readonly text: string
}

/** Gives every column the best heading that is left: its own before its aliases, the lowest text before the joined one. */
function match(columns: readonly Column[], rows: readonly SheetRow[]): Candidate {
  const width = Math.max(...rows.map(({ cells }) => cells.length))
  const forms = Array.from({ length: width }, (_, at) =>
    formsOf(rows.map(({ cells }) => cells[at] ?? '')),
  )
  const positions = new Map<string, number>()
  const texts = forms.map(([first]) => first?.text ?? '')
  const taken = new Set<number>()
  const depth = Math.max(...columns.map(({ aliases = [] }) => aliases.length)) + 1
  for (let rank = 0; rank < depth; rank += 1) {
    for (const { key, heading, aliases = [] } of columns) {
      const name = [heading, ...aliases][rank]
      if (name === undefined || positions.has(key)) continue
      const found = locate(headingKeys(name)[0] ?? '', forms, taken)
      if (found === undefined) continue
      positions.set(key, found.at)
      texts[found.at] = found.text
      taken.add(found.at)
    }
  }
  return {
    rows,
    row: rows.at(-1)?.number ?? 0,
    texts,
    positions,
    ignored: texts
      .map((text) => text.replace(/\s+/g, ''))
      .filter((text, at) => text !== '' && !taken.has(at)),
    missing: columns.filter(
      ({ key, required, instead = [] }) =>
        required && ![key, ...instead].some((one) => positions.has(one)),
    ),
  }
}

function locate(
  wanted: string,
  forms: readonly (readonly Form[])[],
  taken: ReadonlySet<number>,
): { at: number; text: string } | undefined {
  const deepest = Math.max(...forms.map(({ length }) => length))
  for (let rank = 0; rank < deepest; rank += 1) {
    const at = forms.findIndex((own, at) => own[rank]?.key === wanted && !taken.has(at))
    if (at >= 0) return { at, text: forms[at]?.[rank]?.text ?? '' }
  }
  return undefined
}

/** The ways in which the storeys of one heading are understood, the likeliest first. */
function formsOf(storeys: readonly string[]): Form[] {
  const said = storeys.filter((text, at) => text.trim() !== '' && text !== storeys[at - 1])
  const lowest = said.at(-1) ?? ''
  // What stands in brackets below a heading is its unit.
  const named = said.findLast(
    (text) => (headingKeys(text)[1] ?? headingKeys(text)[0]) !== undefined,
  )
  const texts = [...new Set([lowest, said.join(''), ...(isBracketed(lowest) ? [named ?? ''] : [])])]
  return texts.flatMap((text) => headingKeys(text).map((key) => ({ key, text })))
}

const isBracketed = (text: string) => /^\(.*\)$/.test(wordKey(text))

function quoted({ heading, instead = [] }: Column, columns: readonly Column[]): Label {
  const others = columns.filter(({ key }) => instead.includes(key)).map((one) => one.heading)
  const names = [heading, ...others].map((name) => `“${name}”`)
  return { zh: names.join('或'), en: names.join(' or ') }
}

function listed(missing: readonly Column[], columns: readonly Column[]): Label {
  const names = missing.map((column) => quoted(column, columns))
  return {
    zh: names.map(({ zh }) => zh).join('、'),
    en: names.map(({ en }) => en).join(', '),
  }
}

function noHeadings(columns: readonly Column[]): Label {
  const needed = listed(
    columns.filter(({ required }) => required),
    columns,
  )
  return {
    zh: `前 ${ROWS_BEFORE_GIVING_UP} 行中没有找到表头，至少应有：${needed.zh}`,
    en: `No headings among the first ${ROWS_BEFORE_GIVING_UP} rows; at least these are needed: ${needed.en}`,
  }
}

function incomplete({ row, missing }: Candidate, columns: readonly Column[]): Label {
  const names = listed(missing, columns)
  return {
    zh: `第 ${row} 行表头缺少：${names.zh}（请对照模板补全）`,
    en: `The headings of row ${row} lack: ${names.en} (compare the template)`,
  }
}
