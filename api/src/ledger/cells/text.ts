import type { Cell } from '../column.ts'

/** Free text of at most `longest` characters. */
export function text(longest: number): Cell<string> {
  return {
    allowed: {
      zh: `文字，不超过 ${longest} 字`,
      en: `text of at most ${longest} characters`,
    },
    read: (value) =>
      value.length <= longest
        ? { value }
        : {
            fault: {
              zh: `共 ${value.length} 字，应不超过 ${longest} 字`,
              en: `has ${value.length} characters; at most ${longest} are allowed`,
            },
          },
  }
}

/** Free text that the ledger's own order of things is known by, such as `FX-001`. */
export function code(): Cell<string> {
  return {
    allowed: {
      zh: '字母、数字、汉字或 - _ . / #，不超过 40 位，企业内不重复',
      en: 'letters, digits, ideographs or - _ . / #, at most 40, once within the enterprise',
    },
    read: (value) =>
      /^[\p{L}\p{N}\-_./#()（）—–]{1,40}$/u.test(value)
        ? { value }
        : {
            fault: {
              zh: `“${value.slice(0, 60)}”不是可用的编码，应为字母、数字、汉字或 - _ . / #，中间无空格，不超过 40 位`,
              en: `“${value.slice(0, 60)}” is no usable code: letters, digits, ideographs or - _ . / #, without spaces, at most 40`,
            },
          },
  }
}
