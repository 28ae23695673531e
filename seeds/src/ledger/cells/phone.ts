import type { Cell } from '../column.ts'

const MOBILE = /^1\d{10}$/
const LANDLINE = /^(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,6})?$/

/** A mobile or landline number. A wrong one is never repeated in the message: it may be somebody's. */
export function phone(): Cell<string> {
  return {
    allowed: '11 位手机号，或带区号的固定电话',
    read(text) {
      const value = text.replace(/^(?:\+?86)[- ]?(?=1)/, '').replace(/[\s—–]+/g, '')
      const plain = /^1[\d-]+$/.test(value) ? value.replaceAll('-', '') : value
      return MOBILE.test(plain) || LANDLINE.test(plain)
        ? { value: plain }
        : { fault: `电话号码格式不对（${plain.length} 位），应为 11 位手机号或带区号的固定电话` }
    },
  }
}
