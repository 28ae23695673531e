import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readAll } from '../file/test-files.ts'
import { sheetOf, wholeWorkbook, type Cell, type ColumnLook } from './workbook.ts'

const look = (form: ColumnLook['form'], more: Partial<ColumnLook> = {}): ColumnLook => ({
  title: '列',
  width: 20,
  form,
  ...more,
})
/** A workbook of one column. */
const written = (form: ColumnLook['form'], values: readonly Cell[]) =>
  wholeWorkbook([
    sheetOf('台账', [{ ...look(form), value: (value: Cell) => value }], values, { examples: 1 }),
  ])

async function readBack(bytes: Uint8Array): Promise<(string | undefined)[]> {
  const [, ...rows] = await readAll({ name: '台账.xlsx', bytes })
  return rows.map(({ cells }) => cells[0])
}

async function opened(bytes: Uint8Array<ArrayBuffer>): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer)
  const [sheet] = book.worksheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

const TEXTS = [
  '_x0041_',
  '一_x0041_x0042_二',
  '_x005F_',
  '_x005F_x0041_',
  '__x000D__',
  '_xZZZZ_ and _x41_',
  'a_b_c',
  '=HYPERLINK("http://example.test","点我")',
  '+8613800000000',
  '-1',
  '@SUM(1)',
  '＝1+1',
  '91370405MA30000007',
  '123456789012345678',
  '000123',
  '二〇二六 <b> & "引号"',
  '第一行\n第二行',
]

describe('a workbook that our own reader opens', () => {
  it.each(['text', 'count', 'number'] as const)(
    'says the same texts again, as %s',
    async (form) => {
      expect(await readBack(await written(form, TEXTS))).toEqual(TEXTS)
    },
  )

  it('has its headings, titles and names of columns back', async () => {
    const sheet = sheetOf(
      '台账',
      [{ ...look('text'), title: '_x0041_', value: () => '一' }],
      [null],
      { heading: '_x0042_统计表' },
    )
    const rows = await readAll({ name: '台账.xlsx', bytes: await wholeWorkbook([sheet]) })
    expect(rows.map(({ cells }) => cells[0])).toEqual(['_x0042_统计表', '_x0041_', '一'])
  })
})

describe('a cell', () => {
  it('of text is never a formula or a number, and stays text when somebody edits it', async () => {
    const sheet = await opened(await written('count', TEXTS))
    TEXTS.forEach((_, index) => {
      const cell = sheet.getCell(index + 2, 1)
      expect([cell.type, cell.numFmt]).toEqual([ExcelJS.ValueType.String, '@'])
    })
  })

  it('of a number is a number in the form of its column', async () => {
    const sheet = await opened(await written('percent', [0.5]))
    expect([sheet.getCell('A2').value, sheet.getCell('A2').numFmt]).toEqual([0.5, '0.0%'])
  })

  it('keeps the colour of its value, an example its italics', async () => {
    const sheet = await opened(
      await written('text', ['示例', { value: '重大', ground: '#E63031' }]),
    )
    expect(sheet.getCell('A2').font.italic).toBe(true)
    expect(sheet.getCell('A3').fill).toMatchObject({ fgColor: { argb: 'FFE63031' } })
    expect(sheet.getCell('A3').font?.italic).toBeFalsy()
  })
})
