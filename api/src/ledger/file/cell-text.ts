const ESCAPED = /_x([0-9A-Fa-f]{4})_/g

/** What a spreadsheet escapes in text (`_x000D_`), written out again. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
}

/**
 * The text of a cell from its stored value and type. Numbers lose the binary noise beyond the 15 digits that
 * a spreadsheet shows; those too long for it stay in scientific notation, so that nobody takes them for exact.
 */
export function cellText(
  type: string | undefined,
  value: string,
  sharedStrings: readonly string[],
): string {
  switch (type) {
    case 's':
      return sharedStrings[Number(value)] ?? ''
    case 'b':
      return value === '1' ? '是' : '否'
    case 'str':
    case 'inlineStr':
      return unescapeText(value)
    case 'e':
    case 'd':
      return value
  }
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  return Math.abs(number) >= 1e15 ? number.toExponential() : String(Number(number.toPrecision(15)))
}
