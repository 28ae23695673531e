import { randomInt } from 'node:crypto'

/** Crockford's digits without vowels: no code spells a word, none is misread on the phone. */
const ALPHABET = '0123456789BCDFGHJKMNPQRSTVWXYZ'

/** A public code of eight characters; 6.6 × 10¹¹ of them, so a clash is tried again. */
export function newPublicCode(): string {
  return Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
}
