/** First match wins: Edge and Chrome both say Chrome, Chrome and Safari both say Safari. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** `Chrome · Windows` of a user agent; null when it says nothing known. */
export function deviceOf(userAgent: string | null): string | null {
  const named = (table: typeof BROWSERS): string[] =>
    table
      .filter(([pattern]) => pattern.test(userAgent ?? ''))
      .slice(0, 1)
      .map(([, name]) => name)
  const words = [...named(BROWSERS), ...named(SYSTEMS)]
  return words.length === 0 ? null : words.join(' · ')
}
