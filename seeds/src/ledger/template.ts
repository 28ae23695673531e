import type { Column } from '@onemap/api/ledger/column'
import ExcelJS from 'exceljs'
import type { Ledger } from './ledger.ts'

const HEADER_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } } as const
const REQUIRED_FILL = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFE9CC' } } as const
const EXAMPLE_FONT = { italic: true, color: { argb: 'FF808080' } } as const
/** The same bytes every time: a template only changes with its columns. */
const WRITTEN_AT = new Date('2026-01-01T00:00:00Z')

/** Name of the template's second sheet. */
export const INSTRUCTIONS_SHEET = '填表说明'

/**
 * Writes a ledger's template: headings (required ones shaded), an example row, and a sheet that says
 * of every column whether it is required, what may stand in it, and an example.
 */
export async function writeTemplate(
  { title, columns }: Pick<Ledger, 'title' | 'columns'>,
  path: string,
): Promise<void> {
  const book = new ExcelJS.Workbook()
  book.created = WRITTEN_AT
  book.modified = WRITTEN_AT
  const sheet = book.addWorksheet(title.zh, { views: [{ state: 'frozen', ySplit: 1 }] })
  // Text format keeps long codes and dates as they are typed.
  sheet.columns = columns.map(({ heading, example }) => ({
    header: heading,
    width: Math.max(10, heading.length * 2 + 4, Math.min(40, String(example).length * 1.6)),
    style: { numFmt: typeof example === 'number' ? 'General' : '@' },
  }))
  sheet.addRow(columns.map(({ example }) => (example === '' ? null : example))).font = EXAMPLE_FONT
  columns.forEach(({ required }, index) => {
    const cell = sheet.getCell(1, index + 1)
    cell.font = { bold: true }
    cell.fill = required ? REQUIRED_FILL : HEADER_FILL
    cell.alignment = { vertical: 'middle', wrapText: true }
  })
  addInstructions(book, columns)
  await book.xlsx.writeFile(path)
}

/** `重大：红、A级；较大：橙、B级`. */
function synonymsInWords(synonyms: Column['synonyms']): string {
  return Object.entries(synonyms)
    .filter(([, words]) => words.length > 0)
    .map(([word, words]) => `${word}：${words.join('、')}`)
    .join('；')
}

function addInstructions(book: ExcelJS.Workbook, columns: Ledger['columns']): void {
  const sheet = book.addWorksheet(INSTRUCTIONS_SHEET, { views: [{ state: 'frozen', ySplit: 1 }] })
  sheet.columns = [
    { header: '列', width: 22 },
    { header: '必填', width: 8 },
    { header: '可填内容', width: 60 },
    { header: '示例', width: 36 },
    { header: '说明', width: 60 },
    { header: '列名也认作', width: 60 },
    { header: '内容也认作', width: 80 },
  ]
  for (const { heading, required, instead = [], allowed, example, ...more } of columns) {
    const others = columns.filter(({ key }) => instead.includes(key)).map((one) => one.heading)
    sheet.addRow([
      heading,
      required ? (others.length > 0 ? `与“${others.join('”“')}”至少填一项` : '必填') : '选填',
      allowed.zh,
      example,
      more.note ?? '',
      (more.aliases ?? []).join('、'),
      synonymsInWords(more.synonyms),
    ])
  }
  sheet.addRow([])
  sheet.addRow([
    '第一张表灰色斜体的一行是示例，导入时自动跳过，可删除。列的次序不限，多余的列不影响导入。',
  ])
  sheet.getRow(1).font = { bold: true }
  sheet.eachRow((row, number) => {
    row.alignment = { vertical: 'top', wrapText: number <= columns.length + 1 }
  })
}
