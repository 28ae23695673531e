import { writeFile } from 'node:fs/promises'
import type { Column } from '@onemap/api/ledger/column'
import {
  sheetOf,
  wholeWorkbook,
  type Cell,
  type Sheet,
  type SheetColumn,
} from '@onemap/api/ledger/write/workbook'
import type { Ledger } from './ledger.ts'

type LedgerColumn = Ledger['columns'][number]

const REQUIRED_GROUND = '#FFE9CC'
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
  const sheets = [formSheet(title.zh, columns), instructionsSheet(columns)]
  await writeFile(path, await wholeWorkbook(sheets, WRITTEN_AT))
}

function formSheet(name: string, columns: Ledger['columns']): Sheet {
  return {
    name,
    columns: columns.map(({ heading, example, required }) => ({
      title: heading,
      width: Math.max(10, heading.length * 2 + 4, Math.min(40, String(example).length * 1.6)),
      // Text format keeps long codes and dates as they are typed.
      form: typeof example === 'number' ? 'number' : 'text',
      ...(required ? { headGround: REQUIRED_GROUND } : {}),
    })),
    lines: [columns.map(({ example }) => (example === '' ? null : example))],
    examples: 1,
  }
}

/** `重大：红、A级；较大：橙、B级`. */
function synonymsInWords(synonyms: Column['synonyms']): string {
  return Object.entries(synonyms)
    .filter(([, words]) => words.length > 0)
    .map(([word, words]) => `${word}：${words.join('、')}`)
    .join('；')
}

function instructionsSheet(columns: Ledger['columns']): Sheet {
  const others = ({ instead = [] }: LedgerColumn): string =>
    columns
      .filter(({ key }) => instead.includes(key))
      .map(({ heading }) => heading)
      .join('”“')
  const need = (column: LedgerColumn): string =>
    others(column) === '' ? '必填' : `与“${others(column)}”至少填一项`
  const explained: readonly Omit<SheetColumn<LedgerColumn>, 'form' | 'wraps'>[] = [
    { title: '列', width: 22, value: ({ heading }) => heading },
    { title: '必填', width: 8, value: (column) => (column.required ? need(column) : '选填') },
    { title: '可填内容', width: 60, value: ({ allowed }) => allowed.zh },
    { title: '示例', width: 36, value: ({ example }) => example },
    { title: '说明', width: 60, value: ({ note }) => note ?? '' },
    { title: '列名也认作', width: 60, value: ({ aliases }) => (aliases ?? []).join('、') },
    { title: '内容也认作', width: 80, value: ({ synonyms }) => synonymsInWords(synonyms) },
  ]
  const sheet = sheetOf(
    INSTRUCTIONS_SHEET,
    explained.map((column) => ({ ...column, form: 'text' as const, wraps: true })),
    columns,
  )
  return { ...sheet, lines: withFoot(sheet.lines) }
}

async function* withFoot(lines: Sheet['lines']): AsyncGenerator<readonly Cell[]> {
  yield* lines
  yield []
  yield ['第一张表灰色斜体的一行是示例，导入时自动跳过，可删除。列的次序不限，多余的列不影响导入。']
}
