import { shallowRef, watch } from 'vue'
import { useTerms } from './term.ts'

/** The English names come once somebody reads English; others never fetch them. */
const inEnglish = shallowRef<((code: string) => string | null) | null>(null)

async function fetchEnglish(): Promise<void> {
  const { industryInEnglish } = await import('@onemap/api/domain/industries')
  inEnglish.value = industryInEnglish
}

/** Industries by the language of the reader: in Chinese as the ledger names them, in English by their code. */
export function useIndustries() {
  const { language } = useTerms()
  watch(
    language,
    (now) => {
      if (now === 'en' && inEnglish.value === null) void fetchEnglish()
    },
    { immediate: true },
  )
  const industryName = (code: string, given: string): string =>
    language.value === 'en' ? (inEnglish.value?.(code) ?? given) : given
  return {
    industryName,
    /** Names of many, by code. */
    industryNames: (given: ReadonlyMap<string, string> | undefined) =>
      given === undefined
        ? undefined
        : new Map(Array.from(given, ([code, name]) => [code, industryName(code, name)] as const)),
  }
}
