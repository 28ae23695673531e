import { createI18n } from 'vue-i18n'

export type Locale = 'zh-CN' | 'en'
const LOCALE_KEY = 'onemap.locale'

const remembered: Locale = localStorage.getItem(LOCALE_KEY) === 'en' ? 'en' : 'zh-CN'

/** Chinese first, English switchable; the choice is remembered on this device. */
export const i18n = createI18n({ legacy: false, locale: remembered, fallbackLocale: 'zh-CN' })
document.documentElement.lang = remembered

/** Nobody reads two languages at once: the sentences of each come when it is wished for, those of the frame first. */
const FRAME = { 'zh-CN': async () => (await import('./zh-CN.ts')).zhCN, en: async () => (await import('./en.ts')).en } as const
const ROOMS = { 'zh-CN': async () => (await import('./rooms.zh-CN.ts')).roomsZhCN, en: async () => (await import('./rooms.en.ts')).roomsEn } as const

interface Loading {
  readonly frame: Promise<void>
  readonly rooms: Promise<void>
}

const loading = new Map<Locale, Loading>()

function load(locale: Locale): Loading {
  const known = loading.get(locale)
  if (known !== undefined) return known
  const made: Loading = {
    frame: FRAME[locale]().then((sentences) => i18n.global.mergeLocaleMessage(locale, sentences)),
    rooms: ROOMS[locale]().then((sentences) => i18n.global.mergeLocaleMessage(locale, sentences)),
  }
  // What did not come is asked for again the next time.
  Promise.all([made.frame, made.rooms]).catch(() => loading.delete(locale))
  loading.set(locale, made)
  return made
}

/** Resolves once the frame can be spoken: nothing is shown before. */
export const frameSpeaks = (): Promise<void> => load(remembered).frame

/** Resolves once the screens can be spoken. */
export const roomsSpeak = (): Promise<void> => load(remembered).rooms

/** Switches the language of everything. */
export async function setLocale(locale: Locale): Promise<void> {
  const { frame, rooms } = load(locale)
  await Promise.all([frame, rooms])
  i18n.global.locale.value = locale
  document.documentElement.lang = locale
  localStorage.setItem(LOCALE_KEY, locale)
}
