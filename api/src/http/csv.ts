/** Without it spreadsheets on Windows take UTF-8 for GBK. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** A line of RFC 4180, every value quoted. What a spreadsheet would run as a formula gets an apostrophe in front, which makes it text. */
export function csvLine(values: readonly string[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

function cell(value: string): string {
  const harmless = /^\s*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return `"${harmless.replaceAll('"', '""')}"`
}
