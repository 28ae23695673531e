import { normalText } from '../domain/normal-text.ts'
import { foldForSearch } from '../domain/search-text.ts'

const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000\t\r]+/g
/** Soft hyphens, zero-width characters, marks of direction (as a copied number carries them), byte-order marks. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g
const BRACKETED = /\(.*?\)/g

/**
 * A cell as it was meant: half-width digits and letters, ideographs in place of radicals, plain spaces, nothing
 * invisible. Chinese punctuation stays.
 */
export function tidy(text: string): string {
  return normalText(text)
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim()
}

/** A word of a dictionary, for comparing: as searches compare text, and without spaces. */
export function wordKey(text: string): string {
  return foldForSearch(text).replace(/\s+/g, '')
}

/** The ways a heading may be compared: whole, and without what stands in brackets. Stars, colons and line breaks never count. */
export function headingKeys(text: string): string[] {
  const whole = wordKey(text).replace(/[*★:]/g, '')
  return [...new Set([whole, whole.replace(BRACKETED, '')])].filter((key) => key !== '')
}
