import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'

/** How a column is shown. */
export type CellForm = keyof typeof FORMATS

/** What may stand in a cell. A date is given by `dayCell` or `timeCell`. */
export type CellValue = string | number | Date | null

/** A cell, on a ground of its own where its value has a colour (`#RRGGBB`). */
export type Cell = CellValue | { readonly value: CellValue; readonly ground: string }

/** How a column is headed and shown. */
export interface ColumnLook {
  readonly title: string
  /** In characters. */
  readonly width: number
  readonly form: CellForm
  /** Whether long text breaks into lines. */
  readonly wraps?: boolean
  /** Ground of the heading (`#RRGGBB`); grey where none is named. */
  readonly headGround?: string
}

/** A column of a sheet. */
export interface SheetColumn<Row> extends ColumnLook {
  readonly value: (row: Row) => Cell
}

/** How each sort of cell is shown. Text keeps its format when somebody edits it, so that `=…` never becomes a formula. */
const FORMATS = {
  text: '@',
  count: '0',
  decimal: '#,##0.00',
  percent: '0.0%',
  number: 'General',
  day: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm',
} as const

/** One sheet of a workbook: its columns, and its lines as they come. */
export interface Sheet {
  readonly name: string
  /** A line above the headings, for official tables. */
  readonly heading?: string
  readonly columns: readonly ColumnLook[]
  readonly lines: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
  /** What makes it an official form: printed on A4 across, with a line above the headings and lines below the table. */
  readonly form?: { readonly above: string; readonly below: readonly string[] }
  /** Columns that stay in sight while the others move. */
  readonly frozenColumns?: number
  /** Lines below the headings that show how to fill the sheet in, in grey italics. */
  readonly examples?: number
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEAD_GROUND = '#E8EEF4'
const HEADING_FONT = { bold: true, size: 14 } as const
/** As wide as the paper, as long as it needs. */
const A4_ACROSS = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
} as const
const EXAMPLE_FONT = { italic: true, color: { argb: 'FF808080' } } as const
/** An underscore that a spreadsheet would take, with what follows, for an escaped character. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g
/** Bytes that may wait for a slow reader before the next rows are read. */
const MOST_WAITING = 1_000_000
const CHINA_OFFSET = 8 * 3_600_000

/** A day `YYYY-MM-DD` as a spreadsheet's date. */
export function dayCell(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`)
}

/** An instant as a spreadsheet's date and time, by the clock in China: spreadsheets know no time zones. */
export function timeCell(iso: string | null): Date | null {
  return iso === null ? null : new Date(Date.parse(iso) + CHINA_OFFSET)
}

/** A sheet whose lines are rows of one kind. */
export function sheetOf<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
  more: Pick<Sheet, 'heading' | 'form' | 'frozenColumns' | 'examples'> = {},
): Sheet {
  return { name, columns, lines: linesOf(columns, rows), ...more }
}

async function* linesOf<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) yield columns.map(({ value }) => value(row))
}

/**
 * The bytes of a workbook, written while they are read: rows are fetched as fast as the reader takes them, none is kept.
 * Fails when a line cannot be read: what was sent by then is no whole file, and no spreadsheet takes it for one.
 * @param writtenAt when the workbook says it was made
 */
export async function* workbookBytes(
  sheets: readonly Sheet[],
  writtenAt = new Date(),
): AsyncGenerator<Uint8Array> {
  const file = new PassThrough({ highWaterMark: MOST_WAITING })
  const writing = writeBook(file, sheets, writtenAt).catch((error: unknown) => {
    file.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  for await (const chunk of file) yield Buffer.from(chunk)
  await writing
}

/** A workbook of few lines as a whole. */
export async function wholeWorkbook(
  sheets: readonly Sheet[],
  writtenAt?: Date,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for await (const piece of workbookBytes(sheets, writtenAt)) pieces.push(piece)
  return new Uint8Array(Buffer.concat(pieces))
}

async function writeBook(
  file: PassThrough,
  sheets: readonly Sheet[],
  writtenAt: Date,
): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: file,
    useStyles: true,
    useSharedStrings: false,
  })
  book.created = writtenAt
  book.modified = writtenAt
  for (const sheetWanted of sheets) {
    const { name, heading, form, columns, lines, frozenColumns = 0, examples = 0 } = sheetWanted
    const above = [...(heading === undefined ? [] : [heading]), ...(form ? [form.above] : [])]
    const sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: above.length + 1 }],
      ...(form === undefined ? {} : { pageSetup: A4_ACROSS }),
    })
    sheet.columns = columns.map(({ width, form, wraps = false }) => ({
      width,
      style: {
        numFmt: FORMATS[form],
        ...(wraps ? { alignment: { vertical: 'top', wrapText: true } } : {}),
      },
    }))
    for (const line of above)
      writeAcross(sheet, line, columns.length, line === heading ? HEADING_FONT : {})
    writeHead(sheet.addRow(columns.map(({ title }) => cellText(title))), columns)
    let written = 0
    for await (const line of lines) {
      const row = sheet.addRow(line.map(plainValue))
      line.forEach((cell, index) => dress(row.getCell(index + 1), cell))
      if (written < examples) row.font = EXAMPLE_FONT
      row.commit()
      written += 1
      if (file.writableNeedDrain) await once(file, 'drain')
    }
    for (const line of form?.below ?? []) writeAcross(sheet, line, columns.length, {})
    sheet.commit()
  }
  await book.commit()
}

/** One line of text across all columns. */
function writeAcross(
  sheet: ExcelJS.Worksheet,
  text: string,
  columns: number,
  font: Partial<ExcelJS.Font>,
): void {
  const row = sheet.addRow([cellText(text)])
  row.font = font
  row.getCell(1).numFmt = FORMATS.text
  sheet.mergeCells(row.number, 1, row.number, columns)
  row.commit()
}

/** Text that the reader sees as it was given: `_x0041_` is no A. */
function cellText(text: string): string {
  return text.replaceAll(LOOKS_ESCAPED, '_x005F_')
}

function plainValue(cell: Cell): CellValue {
  const value = isGrounded(cell) ? cell.value : cell
  return typeof value === 'string' ? cellText(value) : value
}

/** Text keeps the format of text in a column of figures too. */
function dress(written: ExcelJS.Cell, cell: Cell): void {
  if (typeof (isGrounded(cell) ? cell.value : cell) === 'string') written.numFmt = FORMATS.text
  if (isGrounded(cell)) written.fill = solid(cell.ground)
}

function isGrounded(cell: Cell): cell is Exclude<Cell, CellValue> {
  return cell !== null && typeof cell === 'object' && !(cell instanceof Date)
}

function writeHead(row: ExcelJS.Row, columns: readonly ColumnLook[]): void {
  row.eachCell((cell, number) => {
    cell.numFmt = FORMATS.text
    cell.font = { bold: true }
    cell.fill = solid(columns[number - 1]?.headGround ?? HEAD_GROUND)
    cell.alignment = { vertical: 'middle', wrapText: true }
  })
  row.commit()
}

function solid(colour: string): ExcelJS.FillPattern {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colour.slice(1)}` } }
}
