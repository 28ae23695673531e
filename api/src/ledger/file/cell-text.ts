import type { Label } from '../../domain/dictionary.ts'
import type { CellFormat } from './formats.ts'
import { textTrouble, withPlainBreaks } from './text-trouble.ts'

const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/** What a spreadsheet escapes in text (`_x000D_`), written out again. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

/** A cell as the file stores it. */
export interface StoredCell {
  readonly type: string | undefined
  readonly value: string
  /** Whether a formula makes the value. */
  readonly formula: boolean
}

/** A cell as a person sees it. */
interface ShownCell {
  readonly text: string
  /** The number behind the text, where that looks different. */
  readonly stored?: string
  readonly trouble?: Label
}

const NO_RESULT: Label = {
  zh: '公式没有存下计算结果：请在表格软件中打开并保存一次，或粘贴为数值',
  en: 'The formula has no stored result: open and save the file in a spreadsheet, or paste values',
}
const MISSING_TEXT: Label = {
  zh: '文件不完整，这个单元格的文字丢失了',
  en: 'The file is incomplete: the text of this cell is missing',
}

/** The text of a cell, or why it has none that could be trusted. */
export function showCell(
  { type, value, formula }: StoredCell,
  sharedStrings: readonly string[],
  format: CellFormat,
): ShownCell {
  switch (type) {
    case 's': {
      const text = value === '' ? '' : sharedStrings[Number(value)]
      return text === undefined ? { text: '', trouble: MISSING_TEXT } : shownText(text)
    }
    case 'b':
      return { text: value === '1' ? '是' : '否' }
    case 'str':
    case 'inlineStr':
      return shownText(unescapeText(value))
    case 'e':
      return {
        text: value,
        trouble: {
          zh: `单元格是错误值 ${value}，不能导入：请改正公式，或粘贴为数值`,
          en: `The cell shows the error ${value}: correct the formula, or paste values`,
        },
      }
    case 'd':
      return shownText(value)
  }
  if (formula && value.trim() === '') return { text: '', trouble: NO_RESULT }
  return shownNumber(value, format)
}

function shownText(raw: string): ShownCell {
  const text = withPlainBreaks(raw)
  const trouble = textTrouble(text)
  return trouble === undefined ? { text } : { text, trouble }
}

/**
 * Numbers lose the binary noise beyond the 15 digits that a spreadsheet shows; those too long for it stay in
 * scientific notation, so that nobody takes them for exact.
 */
function shownNumber(value: string, format: CellFormat): ShownCell {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return shownText(value)
  const stored =
    Math.abs(number) >= 1e15 ? number.toExponential() : String(Number(number.toPrecision(15)))
  const text = format(number)
  return text === undefined || text === stored ? { text: stored } : { text, stored }
}
