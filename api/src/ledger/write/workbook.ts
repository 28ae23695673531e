import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import ExcelJS from 'exceljs'

/** How a column is shown. */
export type CellForm = keyof typeof FORMATS

/** What may stand in a cell. A date is given by `dayCell` or `timeCell`. */
export type CellValue = string | number | Date | null

/** A column of a sheet. */
export interface SheetColumn<Row> {
  readonly title: string
  /** In characters. */
  readonly width: number
  readonly form: CellForm
  readonly value: (row: Row) => CellValue
}

/** How each sort of cell is shown. Text keeps its format when somebody edits it, so that `=…` never becomes a formula. */
const FORMATS = {
  text: '@',
  count: '0',
  decimal: '#,##0.00',
  percent: '0.0%',
  day: 'yyyy-mm-dd',
  time: 'yyyy-mm-dd hh:mm',
} as const

/** One sheet of a workbook: its columns, and its lines as they come. */
export interface Sheet {
  readonly name: string
  /** A line above the headings, for official tables. */
  readonly heading?: string
  readonly columns: readonly Pick<SheetColumn<unknown>, 'title' | 'width' | 'form'>[]
  readonly lines: AsyncIterable<CellValue[]> | Iterable<CellValue[]>
}

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEAD_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } } as const
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
  heading?: string,
): Sheet {
  return {
    name,
    columns,
    lines: linesOf(columns, rows),
    ...(heading === undefined ? {} : { heading }),
  }
}

async function* linesOf<Row>(
  columns: readonly SheetColumn<Row>[],
  rows: AsyncIterable<Row> | Iterable<Row>,
): AsyncGenerator<CellValue[]> {
  for await (const row of rows) yield columns.map(({ value }) => value(row))
}

/**
 * The bytes of a workbook, written while they are read: rows are fetched as fast as the reader takes them, none is kept.
 * Fails when a line cannot be read: what was sent by then is no whole file, and no spreadsheet takes it for one.
 */
export async function* workbookBytes(sheets: readonly Sheet[]): AsyncGenerator<Uint8Array> {
  const file = new PassThrough({ highWaterMark: MOST_WAITING })
  const writing = writeBook(file, sheets).catch((error: unknown) => {
    file.destroy(error instanceof Error ? error : new Error(String(error)))
  })
  for await (const chunk of file) yield Buffer.from(chunk)
  await writing
}

async function writeBook(file: PassThrough, sheets: readonly Sheet[]): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: file,
    useStyles: true,
    useSharedStrings: false,
  })
  for (const { name, heading, columns, lines } of sheets) {
    const sheet = book.addWorksheet(name, {
      views: [{ state: 'frozen', ySplit: heading === undefined ? 1 : 2 }],
    })
    sheet.columns = columns.map(({ width, form }) => ({ width, style: { numFmt: FORMATS[form] } }))
    if (heading !== undefined) {
      const row = sheet.addRow([heading])
      row.font = { bold: true, size: 14 }
      sheet.mergeCells(1, 1, 1, columns.length)
      row.commit()
    }
    writeHead(sheet.addRow(columns.map(({ title }) => title)))
    for await (const line of lines) {
      sheet.addRow(line).commit()
      if (file.writableNeedDrain) await once(file, 'drain')
    }
    sheet.commit()
  }
  await book.commit()
}

function writeHead(row: ExcelJS.Row): void {
  row.eachCell((cell) => {
    cell.numFmt = FORMATS.text
    cell.font = { bold: true }
    cell.fill = HEAD_FILL
    cell.alignment = { vertical: 'middle', wrapText: true }
  })
  row.commit()
}
