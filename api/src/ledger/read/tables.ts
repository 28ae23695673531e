import type { Label } from '../../domain/dictionary.ts'
import type { Column } from '../column.ts'
import { FileProblem } from '../file/file-problem.ts'
import type { SheetRow } from '../file/sheet-row.ts'
import type { TableFile } from '../file/table-file.ts'
import { findHeadings, OPENING_ROWS, type Headings } from './headings.ts'

/** A sheet that holds the ledger. */
export interface LedgerTable {
  readonly sheet: number
  readonly name: string
  readonly headings: Headings
}

/** A sheet that is not read, and why. */
export interface UnreadSheet {
  readonly name: string
  readonly why: Label
}

export interface LedgerTables {
  readonly tables: readonly LedgerTable[]
  readonly unread: readonly UnreadSheet[]
}

const HIDDEN: Label = { zh: '隐藏的工作表', en: 'a hidden sheet' }

/**
 * Finds the sheets of a file that hold a ledger: every visible one with its headings, or the one that is named.
 * Nothing else is read, and all of it is named.
 * @throws FileProblem where there is none
 */
export async function findTables(
  file: TableFile,
  columns: readonly Column[],
  wanted: string | undefined,
): Promise<LedgerTables> {
  const chosen = file.sheets
    .map((sheet, at) => ({ ...sheet, at }))
    .filter(({ name }) => wanted === undefined || name.trim() === wanted.trim())
  if (chosen.length === 0) throw noSuchSheet(file, wanted ?? '')
  const tables: LedgerTable[] = []
  const unread: UnreadSheet[] = []
  for (const { at, name, hidden } of chosen) {
    if (hidden && wanted === undefined) {
      unread.push({ name, why: HIDDEN })
      continue
    }
    const opening = await openingOf(file.rows(at))
    if (opening.length === 0) continue
    const found = findHeadings(columns, opening)
    if ('missing' in found) unread.push({ name, why: found.missing })
    else if (tables[0] !== undefined && !sameColumns(tables[0].headings, found))
      unread.push({ name, why: otherColumns(tables[0]) })
    else tables.push({ sheet: at, name, headings: found })
  }
  if (tables.length === 0) throw noTable(unread)
  return { tables, unread }
}

async function openingOf(rows: AsyncGenerator<SheetRow>): Promise<SheetRow[]> {
  const opening: SheetRow[] = []
  for await (const row of rows) {
    opening.push(row)
    if (opening.length >= OPENING_ROWS) break
  }
  return opening
}

/** What a file has no column for keeps its value, so that sheets of one import must have the same columns. */
function sameColumns({ positions }: Headings, other: Headings): boolean {
  return (
    positions.size === other.positions.size &&
    [...positions.keys()].every((key) => other.positions.has(key))
  )
}

const otherColumns = ({ name }: LedgerTable): Label => ({
  zh: `列与“${name}”不同，请单独导入`,
  en: `its columns differ from those of “${name}”: import it by itself`,
})

function noSuchSheet({ sheets }: TableFile, wanted: string): FileProblem {
  const [only] = sheets
  if (sheets.length <= 1 && (only?.name ?? '') === '') {
    return new FileProblem({
      zh: 'CSV 文件没有工作表，不能指定工作表',
      en: 'A CSV file has no sheets: none can be chosen',
    })
  }
  const names = sheets.map(({ name }) => `“${name}”`)
  return new FileProblem({
    zh: `没有名为“${wanted}”的工作表，文件中有：${names.join('、')}`,
    en: `There is no sheet named “${wanted}”; the file has: ${names.join(', ')}`,
  })
}

function noTable(unread: readonly UnreadSheet[]): FileProblem {
  const [only] = unread
  if (only === undefined)
    return new FileProblem({
      zh: '文件是空的，没有表头',
      en: 'The file is empty: there are no headings',
    })
  if (unread.length === 1) return new FileProblem(only.why)
  return new FileProblem({
    zh: `没有一张工作表是这种台账：\n${unread.map(({ name, why }) => `“${name}”：${why.zh}`).join('\n')}`,
    en: `No sheet is such a ledger:\n${unread.map(({ name, why }) => `“${name}”: ${why.en}`).join('\n')}`,
  })
}
