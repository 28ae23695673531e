import type { Label } from '../../domain/dictionary.ts'
import type { Cell, Reading } from '../column.ts'
import { chineseNumerals } from './numerals.ts'

/** Longer than any way of writing a day and its time. */
const LONGEST = 80

/** Spreadsheets count days from here; 20000 is 1954, 80000 is 2119. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const DAY = 86_400_000
const CHINA = 8 * 3_600_000

const YEAR_FIRST = /^(\d{4})\s*[-/.年\s]\s*(\d{1,2})\s*[-/.月\s]\s*(\d{1,2})\s*[日号]?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
/** Nobody found a hazard before 2020 that a ledger of today lists with two digits, and no day is that large a year. */
const SHORT_YEAR = /^'?([23]\d)\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/
const ENGLISH = /^(\d{1,2})[-\s/]([a-z]{3})[a-z]*[-\s/,]+(\d{4}|[23]\d)$/i
const ENGLISH_MONTH_FIRST = /^([a-z]{3})[a-z]*[-\s/.]+(\d{1,2})(?:st|nd|rd|th)?[-\s/,]+(\d{4})$/i
/** `Sun May 10 08:00:00 CST 2026`, as programs write it; CST is China's time here. */
const PROGRAM = /^[a-z]{3} ([a-z]{3}) (\d{1,2}) \d\d:\d\d:\d\d (?:CST|GMT\+08:?00) (\d{4})$/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** A time with its zone: which day it is in China depends on both. */
const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})$/i
const TIME =
  /[T\s]*(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜间)?\s*(?:\d{1,2}\s*[:时点]\s*(?:\d{1,2}\s*分?(?:\s*[:分]?\s*\d{1,2}(?:\.\d+)?\s*秒?)?|半|整)?\s*(?:[ap]m)?)?$/i
const WEEKDAY = /[(\s]*(?:星期|周|礼拜)[一二三四五六日天][)\s]*/
/** A deadline is often the day before whose end something must be done. */
const BY = /(?:之前|以前|前|止|底前)$/

const NOT_A_DAY = (text: string): Label => ({
  zh: `“${text}”不是日期，应为年-月-日，如 2026-05-10`,
  en: `“${text}” is no date; expected year-month-day, such as 2026-05-10`,
})

/** A calendar day in China, `YYYY-MM-DD`; a time of day behind it is dropped. */
export function day(): Cell<string> {
  return {
    allowed: { zh: '日期，如 2026-05-10', en: 'a date, such as 2026-05-10' },
    takes: 'day',
    read(text) {
      if (text.length > LONGEST) return { fault: NOT_A_DAY(text.slice(0, 30)) }
      const written = text
        .normalize('NFKC')
        .replace(/[‐‑‒–—―−]/g, '-')
        .trim()
      const serial = Number(written)
      if (serial >= 20_000 && serial < 80_000)
        return { value: isoDay(SERIAL_ZERO + Math.floor(serial) * DAY) }
      const instant = INSTANT.exec(written)
      if (instant !== null) return instantDay(instant, text)
      const parts = partsOf(bareDay(written))
      return parts === undefined
        ? { fault: incomplete(written) ?? NOT_A_DAY(text.slice(0, 30)) }
        : calendarDay(parts, text)
    },
  }
}

const isoDay = (time: number) => new Date(time).toISOString().slice(0, 10)

function instantDay([, date, time, zone = 'Z']: RegExpExecArray, text: string): Reading<string> {
  const offset = zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase()
  const moment = Date.parse(`${date}T${time}${offset}`)
  return Number.isNaN(moment)
    ? { fault: NOT_A_DAY(text.slice(0, 30)) }
    : { value: isoDay(moment + CHINA) }
}

/** Without weekday, time of day and 前. */
function bareDay(written: string): string {
  return written.replace(WEEKDAY, ' ').trim().replace(BY, '').replace(TIME, '').trim()
}

type Parts = readonly [year: number, month: number, date: number]

function partsOf(text: string): Parts | undefined {
  const digits = chineseNumerals(text)
  const numeric = YEAR_FIRST.exec(digits) ?? COMPACT.exec(digits)
  if (numeric !== null) return [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])]
  const short = SHORT_YEAR.exec(digits)
  if (short !== null) return [2000 + Number(short[1]), Number(short[2]), Number(short[3])]
  const english = ENGLISH.exec(text)
  if (english !== null) return [fullYear(english[3]), monthOf(english[2]), Number(english[1])]
  const monthFirst = ENGLISH_MONTH_FIRST.exec(text)
  if (monthFirst !== null)
    return [Number(monthFirst[3]), monthOf(monthFirst[1]), Number(monthFirst[2])]
  const program = PROGRAM.exec(text)
  return program === null
    ? undefined
    : [Number(program[3]), monthOf(program[1]), Number(program[2])]
}

const monthOf = (name = '') => MONTHS.indexOf(name.toLowerCase()) + 1
const fullYear = (year = '') => (year.length === 2 ? 2000 + Number(year) : Number(year))

function calendarDay([year, month, date]: Parts, text: string): Reading<string> {
  const two = (part: number) => String(part).padStart(2, '0')
  const value = `${year}-${two(month)}-${two(date)}`
  const real = new Date(`${value}T00:00:00Z`)
  return Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== value
    ? { fault: { zh: `“${text}”这一天不存在`, en: `There is no such day: “${text}”` } }
    : { value }
}

/** What is missing of a day. */
function incomplete(written: string): Label | undefined {
  const bare = chineseNumerals(bareDay(written))
  const shown = written.slice(0, 30)
  if (/^\d{4}\s*[-/.年]\s*\d{1,2}\s*月?$/.test(bare)) {
    return {
      zh: `“${shown}”没有写明哪一天，应为年-月-日，如 2026-05-10`,
      en: `“${shown}” does not say which day; expected year-month-day, such as 2026-05-10`,
    }
  }
  if (/^\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?$/.test(bare)) {
    return {
      zh: `“${shown}”没有写明哪一年，应为年-月-日，如 2026-05-10`,
      en: `“${shown}” does not say which year; expected year-month-day, such as 2026-05-10`,
    }
  }
  return /^\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}$/.test(bare)
    ? {
        zh: `“${shown}”看不出哪个是月、哪个是日，应为年-月-日，如 2026-05-10`,
        en: `“${shown}” leaves open which part is the month; expected year-month-day, such as 2026-05-10`,
      }
    : undefined
}
