export type Locale = 'zh-CN' | 'en'

/** Language of the first page: what was chosen on this device, else the first of the browser's that is spoken, else Chinese. */
export function firstLocale(chosen: string | null, languages: readonly string[]): Locale {
  if (chosen === 'zh-CN' || chosen === 'en') return chosen
  const spoken = languages
    .map((language) => language.toLowerCase().split('-')[0])
    .find((language) => language === 'zh' || language === 'en')
  return spoken === 'en' ? 'en' : 'zh-CN'
}
