const DIGITS = '〇一二三四五六七八九'
const digitOf = (character: string) => DIGITS.indexOf(character.replace(/[零○]/, '〇'))

/** `二〇二六年五月十日` with Arabic digits; other text stays as it is. */
export function chineseNumerals(text: string): string {
  return text
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((character) => digitOf(character)).join(''),
    )
    .replace(/([一二三]?)十([一二三四五六七八九]?)(?=[月日号])/g, (_, tens: string, ones: string) =>
      String((tens === '' ? 1 : digitOf(tens)) * 10 + (ones === '' ? 0 : digitOf(ones))),
    )
    .replace(/[一二三四五六七八九](?=[月日号])/g, (digit) => String(digitOf(digit)))
}
