/** 1 for `A`, 28 for `AB7`. */
export function columnNumber(reference: string): number {
  let column = 0
  for (const letter of reference.replace(/\d+$/, ''))
    column = column * 26 + letter.charCodeAt(0) - 64
  return column
}
