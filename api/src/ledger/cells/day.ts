import type { Cell } from '../column.ts'

const WRITTEN =
  /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?:[T\s]+\d{1,2}[:：时]\d{1,2}.*)?$/
/** Spreadsheets count days from here; 20000 is 1954, 80000 is 2119. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const DAY = 86_400_000

/** A calendar day, `YYYY-MM-DD`; a time of day behind it is dropped. */
export function day(): Cell<string> {
  return {
    allowed: '日期，如 2026-05-10',
    read(text) {
      const serial = Number(text)
      if (serial >= 20_000 && serial < 80_000)
        return {
          value: new Date(SERIAL_ZERO + Math.floor(serial) * DAY).toISOString().slice(0, 10),
        }
      const parts = WRITTEN.exec(text)
      if (parts === null)
        return { fault: `“${text.slice(0, 30)}”不是日期，应为年-月-日，如 2026-05-10` }
      const [, year, ...rest] = parts
      const [month, date] = rest
        .filter((part) => part !== undefined)
        .map((part) => part.padStart(2, '0'))
      const value = `${year}-${month}-${date}`
      const real = new Date(`${value}T00:00:00Z`)
      return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== value
        ? { fault: `“${text}”这一天不存在` }
        : { value }
    },
  }
}
