import type { Label } from '../../domain/dictionary.ts'

/** Where a row stands, as the spreadsheet numbers it; the sheet is null where the file has but one. */
export interface RowPlace {
  readonly sheet: string | null
  readonly row: number
}

/** Rows of a sheet are fewer, so that the place of a row among all sheets is one number. */
const ROWS_OF_A_SHEET = 2 ** 21

/** One number for a row of a sheet, in the order of the file; of the first sheet it is the row's own. */
export const ordinalOf = (table: number, row: number): number => table * ROWS_OF_A_SHEET + row

/** `第 3 行`, `“泥沟镇”第 3 行`. */
export function describePlace({ sheet, row }: RowPlace): Label {
  return sheet === null
    ? { zh: `第 ${row} 行`, en: `row ${row}` }
    : { zh: `“${sheet}”第 ${row} 行`, en: `row ${row} of “${sheet}”` }
}

/** `3`, `泥沟镇!3`: as spreadsheets refer to a row. */
export const shortPlace = ({ sheet, row }: RowPlace): string =>
  sheet === null ? String(row) : `${sheet}!${row}`

const SHOWN = 5

/** The first of many rows, in words. */
export function describePlaces(places: readonly RowPlace[], total: number): Label {
  const shown = places.slice(0, SHOWN).map(shortPlace)
  return {
    zh: `第 ${shown.join('、')} 行${total > shown.length ? '等' : ''}`,
    en: `${shown.length > 1 ? 'rows' : 'row'} ${shown.join(', ')}${total > shown.length ? ' …' : ''}`,
  }
}
