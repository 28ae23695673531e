import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Label } from '@onemap/api/domain/dictionary'
import type { Locale } from './first-locale.ts'

/** The current language and the trade's terms in it. */
export function useTerms() {
  const { locale } = useI18n()
  const language = computed<Locale>(() => (locale.value === 'en' ? 'en' : 'zh-CN'))
  return {
    language,
    /** A dictionary entry in the current language. */
    term: (label: Label): string => (language.value === 'en' ? label.en : label.zh),
  }
}
