import { createI18n } from 'vue-i18n'
import { firstLocale, type Locale } from './first-locale.ts'
import { ROOMS, type Room } from './rooms.ts'

const LOCALE_KEY = 'onemap.locale'

const beginning = firstLocale(localStorage.getItem(LOCALE_KEY), navigator.languages)

/** The browser's language until somebody chooses; a choice is remembered on this device. */
export const i18n = createI18n({ legacy: false, locale: beginning, fallbackLocale: 'zh-CN' })
document.documentElement.lang = beginning

/** Nobody reads two languages at once: the sentences of each come when it is wished for, those of the frame first. */
const FRAME = {
  'zh-CN': async () => (await import('./zh-CN.ts')).zhCN,
  en: async () => (await import('./en.ts')).en,
} as const

/** What is spoken so far, and in which languages: while one is switched, in both. */
const spoken = new Set<Room>()
const languages = new Set<Locale>([beginning])
let current: Locale = beginning
const loading = new Map<string, Promise<void>>()

function load(locale: Locale, part: Room | 'frame'): Promise<void> {
  const name = `${locale} ${part}`
  const known = loading.get(name)
  if (known !== undefined) return known
  const source = part === 'frame' ? FRAME : ROOMS[part]
  const made = source[locale]().then((sentences) =>
    i18n.global.mergeLocaleMessage(locale, sentences),
  )
  // What did not come is asked for again the next time.
  made.catch(() => loading.delete(name))
  loading.set(name, made)
  return made
}

/** Resolves once the frame can be spoken: nothing is shown before. */
export const frameSpeaks = (): Promise<void> => load(beginning, 'frame')

/** Resolves once these can be spoken. */
export async function speak(rooms: readonly Room[] = []): Promise<void> {
  for (const room of rooms) spoken.add(room)
  await Promise.all([...languages].flatMap((locale) => rooms.map((room) => load(locale, room))))
}

/** Switches the language of everything. */
export async function setLocale(locale: Locale): Promise<void> {
  languages.add(locale)
  try {
    await Promise.all([load(locale, 'frame'), ...[...spoken].map((room) => load(locale, room))])
    current = locale
    i18n.global.locale.value = locale
    document.documentElement.lang = locale
    localStorage.setItem(LOCALE_KEY, locale)
  } finally {
    languages.clear()
    languages.add(current)
  }
}
