import { CONTROL_LEVEL_CODES, CONTROL_LEVELS } from '@onemap/api/domain/control-level'
import { MISSING_ITEMS, type Missing } from '@onemap/api/domain/completeness'
import { usePunctuation } from '../../i18n/punctuation.ts'
import { useTerms } from '../../i18n/term.ts'

/** What is missing in words: one line for each level of the enterprise. */
export function useMissingText() {
  const { term } = useTerms()
  const { listed, named, aside } = usePunctuation()
  const nameOf = ({ item, person }: Missing): string =>
    person === undefined ? term(MISSING_ITEMS[item]) : term(MISSING_ITEMS[item]) + aside(person)
  return (missing: readonly Missing[]): readonly string[] => [
    ...missing.filter(({ controlLevel }) => controlLevel === null).map(nameOf),
    ...CONTROL_LEVEL_CODES.flatMap((level) => {
      const here = missing.filter(({ controlLevel }) => controlLevel === level)
      return here.length === 0 ? [] : [named(term(CONTROL_LEVELS[level]), listed(here.map(nameOf)))]
    }),
  ]
}
