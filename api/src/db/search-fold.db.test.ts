import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { foldForSearch } from '../domain/search-text.ts'
import type { Database } from './database.ts'
import { queryRow, queryRows } from './rows.ts'
import { plantedDatabase } from './test-database.ts'

let database: Database
beforeAll(async () => {
  database = await plantedDatabase()
})
afterAll(() => database.close())

/** The planes in which this product's texts are: the basic one, and the compatibility ideographs beyond. */
const CODES = [
  ...codesFrom(1, 0xffff),
  ...codesFrom(0x2f800, 0x2fa1d),
  ...codesFrom(0x1f100, 0x1f2ff),
]

function codesFrom(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    // U+A7F1 came with Unicode 17, which the databases don't know yet.
    (code) => code !== 0xa7f1 && /^(?!\p{Cs})\p{Assigned}$/u.test(String.fromCodePoint(code)),
  )
}

describe('search_fold', () => {
  it('is foldForSearch, for every character', async () => {
    for (let start = 0; start < CODES.length; start += 5000) {
      const texts = CODES.slice(start, start + 5000).map(
        (code) => `甲${String.fromCodePoint(code)}乙`,
      )
      const rows = await database.asOwner((tx) =>
        queryRows(
          tx,
          z.object({ folded: z.string() }),
          sql`SELECT search_fold(one) AS folded FROM jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb) WITH ORDINALITY AS t(one, no) ORDER BY no`,
        ),
      )
      expect(rows.map(({ folded }) => folded)).toEqual(texts.map(foldForSearch))
    }
  })

  it.each(['  甲\u3000（乙）  ', 'ＡＢ  c', '', '⾼新⾦属\n⽤品', '“Φ200”—〔2026〕'])(
    'is foldForSearch for %j',
    async (text) => {
      const row = await database.asOwner((tx) =>
        queryRow(tx, z.object({ folded: z.string() }), sql`SELECT search_fold(${text}) AS folded`),
      )
      expect(row?.folded).toBe(foldForSearch(text))
    },
  )
})
