import { sql, type SQL } from 'drizzle-orm'
import { foldForSearch } from '../domain/search-text.ts'

/** Text as a part of a LIKE pattern that stands for nothing but itself. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&')
}

/** Whether folded text, such as `enterprises.search_text`, holds words. */
export function foldedHolds(folded: SQL, words: string): SQL {
  return sql`${folded} LIKE ${`%${escapeLike(foldForSearch(words))}%`}`
}

/** Whether text holds words, however either is written. */
export function textHolds(text: SQL, words: string): SQL {
  return foldedHolds(sql`search_fold(${text})`, words)
}
