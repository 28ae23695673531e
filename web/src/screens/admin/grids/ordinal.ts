import type { Locale } from '../../../i18n/first-locale.ts'

const DIGITS = '〇一二三四五六七八九'

/** The number of a grid as its name writes it: 4 → 四, 12 → 十二; as digits in English. */
export function ordinal(number: number, locale: Locale): string {
  if (locale === 'en' || number < 1 || number > 99) return String(number)
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`
}
