import { useTerms } from './term.ts'

/** What stands between texts: full width in Chinese, half width and spaced in English. */
export function usePunctuation() {
  const { language } = useTerms()
  const either = (zh: string, en: string): string => (language.value === 'en' ? en : zh)
  return {
    /** `甲、乙`, `A, B`. */
    listed: (texts: readonly string[]): string => texts.join(either('、', ', ')),
    /** `甲；乙`, `A; B`: of texts that may hold commas themselves. */
    clauses: (texts: readonly string[]): string => texts.join(either('；', '; ')),
    /** `名称：值`, `Name: value`. */
    named: (name: string, value: string): string => `${name}${either('：', ': ')}${value}`,
    /** `（甲）`, ` (A)`: to follow a text at once. */
    aside: (text: string): string => either(`（${text}）`, ` (${text})`),
    /** `甲。乙`, `A. B`. */
    sentences: (texts: readonly string[]): string => texts.join(either('。', '. ')),
  }
}
