import type { Cell } from '../column.ts'

const MOBILE = /^1\d{10}$/
/** As lists and exports show a mobile: it says nothing, so the one on record stays. */
const MASKED = /^[\d-]*\*[\d*-]*$/
const LANDLINE = /^(?:0\d{2,3}-?)?\d{7,8}(?:-\d{1,6})?$/

/** A mobile or landline number; empty where it is masked. A wrong one is never repeated in the message: it may be somebody's. */
export function phone(): Cell<string> {
  return {
    allowed: '11 位手机号，或带区号的固定电话',
    read(text) {
      if (MASKED.test(text)) return { value: '' }
      const value = text.replace(/^(?:\+?86)[- ]?(?=1)/, '').replace(/[\s—–]+/g, '')
      const plain = /^1[\d-]+$/.test(value) ? value.replaceAll('-', '') : value
      return MOBILE.test(plain) || LANDLINE.test(plain)
        ? { value: plain }
        : { fault: `电话号码格式不对（${plain.length} 位），应为 11 位手机号或带区号的固定电话` }
    },
  }
}

/** Numbers of several people, a line each; a line of `-` is nobody's. */
export function phones(): Cell<string> {
  const one = phone()
  return {
    allowed: one.allowed,
    read(text) {
      const read = text
        .split('\n')
        .map((line) =>
          ['', '-', '—', '无'].includes(line.trim()) ? { value: '' } : one.read(line.trim()),
        )
      const fault = read.find((reading) => 'fault' in reading)
      return (
        fault ?? {
          value: read.map((reading) => ('value' in reading ? reading.value : '')).join('\n'),
        }
      )
    },
  }
}
