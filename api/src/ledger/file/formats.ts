import type { Readable } from 'node:stream'
import { format, getFormatDateInfo, getFormatFromId, getFormatInfo } from 'numfmt'
import { readXml } from './xml.ts'

/** How a number is shown; undefined where it is shown as the number it is. */
export type CellFormat = (number: number) => string | undefined

export const PLAIN: CellFormat = () => undefined

/** Days between the two calendars that spreadsheets count in. */
export const DAYS_TO_1904 = 1462
const DAY = 86_400_000
/** Day 0 of the usual calendar, as days after February 1900 are counted. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
/** The year 9999 ends here. */
const LAST_SERIAL = 2_958_466

/** The formats of a workbook's cells, by the number that a cell names its style with. */
export async function readFormats(
  styles: Readable,
  date1904: boolean,
): Promise<readonly CellFormat[]> {
  const own = new Map<number, string>()
  const used: number[] = []
  let inCells = false
  await readXml(styles, {
    open(name, { numFmtId = '0', formatCode }) {
      if (name === 'numFmt' && formatCode !== undefined) own.set(Number(numFmtId), formatCode)
      else if (name === 'cellXfs') inCells = true
      else if (name === 'xf' && inCells) used.push(Number(numFmtId))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  const byId = new Map<number, CellFormat>()
  return used.map((id) => {
    const known = byId.get(id) ?? cellFormat(own.get(id) ?? getFormatFromId(id), date1904)
    byId.set(id, known)
    return known
  })
}

/** Days and times, and codes with leading zeros or a prefix; how many decimals are shown is no part of the value. */
function cellFormat(pattern: string, date1904: boolean): CellFormat {
  const { type, maxDecimals } = getFormatInfo(pattern)
  if (type === 'number' && maxDecimals === 0)
    return (number) => (Number.isInteger(number) ? shown(pattern, number) : undefined)
  const { year, month, day } = getFormatDateInfo(pattern)
  if (year || month || day) return (number) => writtenDay(number + (date1904 ? DAYS_TO_1904 : 0))
  return PLAIN
}

function shown(pattern: string, number: number): string | undefined {
  try {
    const text = format(pattern, number).trim()
    return text === '' ? undefined : text
  } catch {
    // A pattern that no spreadsheet understands shows nothing that anybody has seen.
    return undefined
  }
}

/** `2026-05-10`, with its time of day where it has one. */
function writtenDay(serial: number): string | undefined {
  if (serial < 1 || serial >= LAST_SERIAL) return undefined
  const iso = new Date(SERIAL_ZERO + Math.round(serial * DAY)).toISOString()
  return Number.isInteger(serial) ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 19)}`
}
