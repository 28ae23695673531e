import { createI18n } from 'vue-i18n'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export type Locale = 'zh-CN' | 'en'
const LOCALE_KEY = 'onemap.locale'

const remembered: Locale = localStorage.getItem(LOCALE_KEY) === 'en' ? 'en' : 'zh-CN'

/** Chinese first, English switchable; the choice is remembered on this device. */
export const i18n = createI18n({ legacy: false, locale: remembered, fallbackLocale: 'zh-CN', messages: { 'zh-CN': zhCN, en } })
document.documentElement.lang = remembered

/** Switches the language of everything, at once. */
export function setLocale(locale: Locale): void {
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  localStorage.setItem(LOCALE_KEY, locale)
}
