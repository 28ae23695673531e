import { computed } from 'vue'
import type { Label } from '@onemap/api/domain/dictionary'
import type { Locale } from './first-locale.ts'
import { i18n } from './i18n.ts'

const language = computed<Locale>(() => (i18n.global.locale.value === 'en' ? 'en' : 'zh-CN'))

/** The current language and the trade's terms in it, outside screens as well. */
export function useTerms() {
  return {
    language,
    /** A dictionary entry in the current language. */
    term: (label: Label): string => (language.value === 'en' ? label.en : label.zh),
  }
}
