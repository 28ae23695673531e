import type { Label } from '../../domain/dictionary.ts'

/** Breaks of lines and pages that are none of the keyboard's: a manual line break of a word processor, for one. */
const LINE_BREAKS = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Control characters, halves of a pair, and what stands for a character that could not be decoded. */
const UNREADABLE =
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffd-\uffff]|\p{Surrogate}/u

/** Text with one sort of line break. */
export const withPlainBreaks = (text: string): string => text.replace(LINE_BREAKS, '\n')

/** What makes a text unfit for keeping, by name; undefined for sound text. */
export function textTrouble(text: string): Label | undefined {
  const found = UNREADABLE.exec(text)
  if (found === null) return undefined
  const code = found[0].charCodeAt(0)
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  const position = found.index + 1
  return code === 0xfffd
    ? {
        zh: `第 ${position} 个字符是乱码（${name}），原来的字已经丢失，请重新填写`,
        en: `Character ${position} could not be decoded (${name}) and is lost: type it again`,
      }
    : {
        zh: `第 ${position} 个字符是不可见的控制字符（${name}），请删除后重新填写`,
        en: `Character ${position} is an invisible control character (${name}): remove it`,
      }
}
