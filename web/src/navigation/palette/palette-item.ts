import type { RiskLevel } from '@onemap/api/domain/risk-level'
import { foldForSearch } from '@onemap/api/domain/search-text'

/** Something the palette finds: a place, a thing or something that can be done. */
export interface PaletteItem {
  readonly key: string
  /** What kind of thing it is, in the language of the screen. */
  readonly kind: string
  readonly name: string
  readonly hint?: string | undefined
  /** Null: not assessed. Absent where a level means nothing. */
  readonly level?: RiskLevel | null | undefined
  /** The key that does the same. */
  readonly keyboard?: string | undefined
  readonly run: () => void
}

/** Whether a name holds the words, by the one rule all searches follow. */
export function fits(words: string, name: string): boolean {
  return foldForSearch(name).includes(foldForSearch(words))
}
