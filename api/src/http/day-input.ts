import { z } from 'zod'
import { FIRST_DAY, isDay, isMonth, LAST_DAY } from '../domain/calendar.ts'
import { BadRequestError } from './errors.ts'

/*
 * Days, months and moments as somebody sends them. Answers say `z.iso.date()`: what is on record is not refused. The
 * contract says the bounds as `formatMinimum` and `formatMaximum`, the words of JSON Schema validators for them.
 */

export const EXPECTED_DAY = `a calendar day from ${FIRST_DAY} to ${LAST_DAY}, such as 2026-11-24`

/** A calendar day in China. */
export const Day = z
  .string()
  .refine((text) => isDay(text), EXPECTED_DAY)
  .meta({ format: 'date', formatMinimum: FIRST_DAY, formatMaximum: LAST_DAY })

const [FIRST_MONTH, LAST_MONTH] = [FIRST_DAY.slice(0, 7), LAST_DAY.slice(0, 7)]
export const EXPECTED_MONTH = `a month from ${FIRST_MONTH} to ${LAST_MONTH}, such as 2026-11`

/** A month, `YYYY-MM`, as somebody sends it. */
export const Month = z
  .string()
  .refine(isMonth, EXPECTED_MONTH)
  .meta({ format: 'month', formatMinimum: FIRST_MONTH, formatMaximum: LAST_MONTH })

/** A telephone that lost its clock begins anew in 1970, and what it did is taken all the same. */
const FIRST_INSTANT = '1970-01-01T00:00:00Z'
const LAST_INSTANT = `${LAST_DAY}T23:59:59Z`
/** No place on earth is further from Greenwich by its clock. */
const FURTHEST_OFFSET_HOURS = 14
const EXPECTED_INSTANT = `a time from ${FIRST_INSTANT} to ${LAST_INSTANT} with its offset, such as 2026-11-24T14:05:00+08:00`

/** A moment as somebody sends it: ISO 8601 with an offset. */
export const Instant = z.iso
  .datetime({ offset: true, error: EXPECTED_INSTANT })
  .refine((text) => {
    const at = Date.parse(text)
    const offset = /[+-](\d\d):\d\d$/.exec(text)
    return (
      at >= Date.parse(FIRST_INSTANT) &&
      at <= Date.parse(LAST_INSTANT) &&
      Number(offset?.[1] ?? 0) <= FURTHEST_OFFSET_HOURS
    )
  }, EXPECTED_INSTANT)
  .meta({ formatMinimum: FIRST_INSTANT, formatMaximum: LAST_INSTANT })

/** Refuses a period that ends before it begins, or spans more years than a feature counts. */
export function checkSpan(from: string, to: string, mostYears: number): void {
  if (from > to) throw BadRequestError.field('to', 'a day not before from')
  if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > mostYears)
    throw BadRequestError.field('from', `a day at most ${mostYears} years before to`)
}
