import { foldForSearch } from '@onemap/api/domain/search-text'
import type { EnterpriseColumns } from '../../map/columns.ts'

interface Found {
  /** Rows of the first matches: those whose name, initials or code begin with the words come first. */
  readonly rows: readonly number[]
  readonly total: number
}

/** Enterprises whose name, pinyin initials or credit code contain the words; `limit` rows at most. */
export function searchRows(enterprises: EnterpriseColumns, q: string, limit: number): Found {
  const words = foldForSearch(q)
  const starting: number[] = []
  const containing: number[] = []
  enterprises.searchTexts.forEach((text, row) => {
    if (!text.includes(words)) return
    const starts = [
      enterprises.names[row],
      enterprises.initials[row],
      enterprises.creditCodes[row],
    ].some((field) => field !== undefined && foldForSearch(field).startsWith(words))
    ;(starts ? starting : containing).push(row)
  })
  return {
    rows: [...starting, ...containing].slice(0, limit),
    total: starting.length + containing.length,
  }
}
