import { CONTROL_LEVEL_CODES, CONTROL_LEVELS } from '@onemap/api/domain/control-level'
import { MISSING_ITEMS, type Missing } from '@onemap/api/domain/completeness'
import { useTerms } from '../../i18n/term.ts'

/** What is missing in words: one line for each level of the enterprise. */
export function useMissingText() {
  const { term, language } = useTerms()
  const comma = (): string => (language.value === 'en' ? ', ' : '、')
  const colon = (): string => (language.value === 'en' ? ': ' : '：')
  return (missing: readonly Missing[]): readonly string[] => [
    ...missing
      .filter(({ controlLevel }) => controlLevel === null)
      .map(({ item }) => term(MISSING_ITEMS[item])),
    ...CONTROL_LEVEL_CODES.flatMap((level) => {
      const here = missing.filter(({ controlLevel }) => controlLevel === level)
      return here.length === 0
        ? []
        : [
            `${term(CONTROL_LEVELS[level])}${colon()}${here.map(({ item }) => term(MISSING_ITEMS[item])).join(comma())}`,
          ]
    }),
  ]
}
