/** Eleven digits starting with 1, perhaps after +86 and perhaps grouped 3-4-4; not part of a longer number. */
const MOBILE = /(?<!\d)((?:\+?86[- ]?)?1\d{2})([- ]?)\d{4}([- ]?)(\d{4})(?!\d)/g

/** Hides the middle of every mobile number in a text: `138****1234`. Landlines stay as they are (PIPL art. 6). */
export function maskMobile(text: string): string {
  return text.replace(MOBILE, '$1$2****$3$4')
}

/** Hides a single number that belongs to a person: a mobile's middle, all but the last two digits of any other. */
export function maskPhone(number: string): string {
  const masked = maskMobile(number)
  return masked.includes('*') ? masked : number.replace(/\d(?=(?:\D*\d){2})/g, '*')
}
