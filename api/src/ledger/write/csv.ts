/** Without it spreadsheets on Windows take UTF-8 for GBK. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** What a spreadsheet would run as a formula; some understand the full-width signs too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/
/** What a spreadsheet would take for a number and shorten: it keeps 15 digits, shows 11, and drops leading zeros. */
const SHORTENED = /^(?:\d{12,}|0\d+)$/

/**
 * A line of RFC 4180, every value quoted. An apostrophe in front makes text of what a spreadsheet would run as a formula
 * or shorten as a number; the reader of ledgers takes it off again.
 */
export function csvLine(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: string): string {
  const kept = FORMULA.test(value) || SHORTENED.test(value) ? `'${value}` : value
  return `"${kept.replaceAll('"', '""')}"`
}
