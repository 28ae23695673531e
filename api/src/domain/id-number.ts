const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
/** By the remainder of the weighted sum by 11. */
const CHECK_CHARACTERS = '10X98765432'
const FORM = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/

/** 公民身份号码, GB 11643-1999: six digits of the place, a day that exists, three of the order, a check character. */
export function isIdNumber(text: string): boolean {
  const [, year = '', month = '', day = ''] = FORM.exec(text) ?? []
  const born = new Date(`${year}-${month}-${day}T00:00:00Z`)
  if (Number.isNaN(born.getTime()) || born.getUTCDate() !== Number(day)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0)
  return CHECK_CHARACTERS[sum % 11] === text.at(-1)
}

/** Hides all but the first three and the last two characters: `370*************28`. */
export function maskIdNumber(number: string): string {
  return number.replace(
    /^(.{3}).*(.{2})$/,
    (_, head: string, tail: string) => head + '*'.repeat(number.length - 5) + tail,
  )
}
