import type { Cell } from '../column.ts'

/** Free text of at most `longest` characters. */
export function text(longest: number): Cell<string> {
  return {
    allowed: `文字，不超过 ${longest} 字`,
    read: (value) =>
      value.length <= longest
        ? { value }
        : { fault: `共 ${value.length} 字，应不超过 ${longest} 字` },
  }
}

/** Free text that the ledger's own order of things is known by, such as `FX-001`. */
export function code(): Cell<string> {
  return {
    allowed: '字母、数字、汉字或 - _ . / #，不超过 40 位，企业内不重复',
    read: (value) =>
      /^[\p{L}\p{N}\-_./#()（）—–]{1,40}$/u.test(value)
        ? { value }
        : {
            fault: `“${value.slice(0, 60)}”不是可用的编码，应为字母、数字、汉字或 - _ . / #，中间无空格，不超过 40 位`,
          },
  }
}
