import { ideographsForRadicals } from './normal-text.ts'

/** Brackets, quotation marks, dashes and middle dots of every kind are written as one of each kind. */
const PUNCTUATION = '[{【〔〖〘〚〈《「『⟨⟪]}】〕〗〙〛〉》」』⟩⟫“”„‟‘’‚‛′‐‒–—―−•‧∙⋅・'
const PLAIN = `${'('.repeat(13)}${')'.repeat(13)}${'"'.repeat(4)}${"'".repeat(5)}${'-'.repeat(6)}${'·'.repeat(5)}`
const PLAIN_OF = new Map([...PUNCTUATION].map((mark, index) => [mark, PLAIN.charAt(index)]))

/** Soft hyphens, zero-width characters, marks of direction, byte-order marks, variation selectors. */
const INVISIBLE = /[\ufe00-\ufe0f]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g
const SPACES = /[ \t\n\v\f\r\u0085\u1680\u2028\u2029]+/g
/** ASCII, Latin-1, Greek and Cyrillic: the letters that stand in names of firms, pipes and substances. */
const CAPITALS = /[A-ZÀ-ÖØ-ÞΑ-ΡΣ-ΩА-Я]/g

/**
 * Text as searches compare it: one width, one case, ideographs in place of radicals, one kind of brackets, quotation
 * marks and dashes, single spaces, nothing invisible. Both what is looked in and what is looked for are folded.
 * `search_fold` is the same in the database; search-fold.db.test.ts holds the two together.
 */
export function foldForSearch(text: string): string {
  return ideographsForRadicals(text.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(/[^ -Z\\^-z|~]/g, (mark) => PLAIN_OF.get(mark) ?? mark)
    .replace(CAPITALS, (letter) => letter.toLowerCase())
    .replace(SPACES, ' ')
    .trim()
}
