import { DomainError } from './errors.ts'
import { codesOf, type Dictionary } from './dictionary.ts'

/** GB 32100-2015 table 2: a character's position is its value. I, O, S, V and Z are left out. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
/** GB 32100-2015 4.3: 3^i mod 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const BODY_LENGTH = WEIGHTS.length
const LENGTH = BODY_LENGTH + 1

/** Why a text is not a unified social credit code (统一社会信用代码). */
export const CREDIT_CODE_FAULTS = {
  length: { zh: '统一社会信用代码应为18位', en: 'A unified social credit code has 18 characters' },
  character: {
    zh: '统一社会信用代码含有不允许的字符',
    en: 'A character is not allowed at this position',
  },
  check: { zh: '统一社会信用代码校验位不符', en: 'The check character does not match' },
} as const satisfies Dictionary

export type CreditCodeFault = keyof typeof CREDIT_CODE_FAULTS
export const CREDIT_CODE_FAULT_CODES = codesOf(CREDIT_CODE_FAULTS)

export type CreditCodeCheck =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'length' }
  /** `position` counts from 1. */
  | { readonly ok: false; readonly reason: 'character'; readonly position: number }
  /** `expected` is the check character that belongs to the first 17. */
  | { readonly ok: false; readonly reason: 'check'; readonly expected: string }

/**
 * Checks a unified social credit code by GB 32100-2015: 18 characters of its alphabet, digits at
 * 3–8 (administrative area), and the mod-31 check character. Neither trims nor changes case.
 */
export function checkCreditCode(text: string): CreditCodeCheck {
  if (text.length !== LENGTH) return { ok: false, reason: 'length' }
  const position = firstWrongPosition(text)
  if (position !== null) return { ok: false, reason: 'character', position }
  const expected = checkCharacter(text)
  return text.endsWith(expected) ? { ok: true } : { ok: false, reason: 'check', expected }
}

/**
 * Appends the check character to the first 17 characters of a credit code.
 * @throws DomainError `credit-code-malformed` when they are not 17 allowed characters.
 */
export function completeCreditCode(first17: string): string {
  if (first17.length !== BODY_LENGTH || firstWrongPosition(first17) !== null) {
    throw new DomainError('credit-code-malformed', 400, {
      zh: '统一社会信用代码前17位不合规',
      en: 'The first 17 characters of the credit code are malformed',
    })
  }
  return first17 + checkCharacter(first17)
}

function firstWrongPosition(text: string): number | null {
  for (const [index, character] of [...text].entries()) {
    const isAreaDigit = index >= 2 && index < 8
    if (!(isAreaDigit ? '0123456789' : ALPHABET).includes(character)) return index + 1
  }
  return null
}

function checkCharacter(text: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, index) => total + weight * ALPHABET.indexOf(text.charAt(index)),
    0,
  )
  return ALPHABET.charAt((31 - (sum % 31)) % 31)
}
