import type { Cell } from '../column.ts'

/** A whole number within bounds. */
export function wholeNumber(least: number, most: number): Cell<number> {
  return {
    allowed: `${least} 至 ${most} 的整数`,
    read(text) {
      const value = Number(text.replaceAll(',', '').replace(/[人名位级]$/, ''))
      return Number.isInteger(value) && value >= least && value <= most
        ? { value }
        : { fault: `“${text.slice(0, 30)}”应为 ${least} 至 ${most} 的整数` }
    },
  }
}

/** A decimal number such as a factor of LEC. Which values a method knows is the method's business. */
export function decimal(allowed: string): Cell<number> {
  return {
    allowed,
    read(text) {
      const value = Number(text)
      return Number.isFinite(value)
        ? { value }
        : { fault: `“${text.slice(0, 30)}”不是数字，应为：${allowed}` }
    },
  }
}
