const ORDER_PREFIX = '台经信督'

/** 文号 of a supervision order, such as `台经信督〔2026〕12号`. */
export function orderDocumentNo(year: string, number: number): string {
  return `${ORDER_PREFIX}〔${year}〕${number}号`
}

/** A POSIX pattern whose group is the number of such a 文号. */
export function orderDocumentPattern(year: string): string {
  return `^${ORDER_PREFIX}〔${year}〕(\\d{1,6})号$`
}
