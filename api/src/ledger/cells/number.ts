import type { Label } from '../../domain/dictionary.ts'
import type { Cell } from '../column.ts'

const COUNTED = /[人名位级个家]$/

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): Cell<number> {
  return {
    allowed: { zh: `${least} 至 ${most} 的整数`, en: `a whole number from ${least} to ${most}` },
    takes: 'stored',
    read(text) {
      const value = Number(text.normalize('NFKC').replaceAll(',', '').replace(COUNTED, ''))
      return Number.isInteger(value) && value >= least && value <= most
        ? { value }
        : {
            fault: {
              zh: `“${text.slice(0, 30)}”应为 ${least} 至 ${most} 的整数`,
              en: `“${text.slice(0, 30)}” must be a whole number from ${least} to ${most}`,
            },
          }
    },
  }
}

/** `3分`, `L=3`, `3（可能，但不经常）`, `10-连续暴露`: the number, and what it stands for in words. */
const WITH_WORDS = /^(?:[a-z]\s*[=:]\s*)?(-?\d+(?:\.\d+)?)\s*(?:分|级|\([^)]*\)|[-:]\D*)?$/i

/** A decimal number such as a factor of LEC. Which values a method knows is the method's business. */
export function decimal(allowed: Label): Cell<number> {
  return {
    allowed,
    takes: 'stored',
    read(text) {
      const written = WITH_WORDS.exec(text.slice(0, 60).normalize('NFKC').trim())?.[1]
      const value = Number(written ?? text)
      return Number.isFinite(value)
        ? { value }
        : {
            fault: {
              zh: `“${text.slice(0, 30)}”不是数字，应为：${allowed.zh}`,
              en: `“${text.slice(0, 30)}” is no number; expected: ${allowed.en}`,
            },
          }
    },
  }
}
