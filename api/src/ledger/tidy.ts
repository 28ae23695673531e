const FULL_WIDTH = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const SPACES = /[\u00a0\u3000\t\r]+/g
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b-\u200d\ufeff]/g
const BRACKETED = /[([{【〔].*?[)\]}】〕]/g

/** A cell as it was meant: half-width digits and letters, plain spaces, nothing invisible. Chinese punctuation stays. */
export function tidy(text: string): string {
  return text
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .trim()
}

/** A word of a dictionary, for comparing: one width, no spaces, no case. */
export function wordKey(text: string): string {
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/g, '').toLowerCase()
}

/** The ways a heading may be compared: whole, and without what stands in brackets. Stars, colons and line breaks never count. */
export function headingKeys(text: string): string[] {
  const whole = wordKey(text).replace(/[*★:]/g, '')
  return [...new Set([whole, whole.replace(BRACKETED, '')])].filter((key) => key !== '')
}
