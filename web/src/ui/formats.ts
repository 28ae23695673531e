import { computed } from 'vue'
import { useTerms } from '../i18n/term.ts'

const CHINA = 'Asia/Shanghai'

function parts(time: Date): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: CHINA,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  return Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]))
}

/** `2026-11-23 14:05` in China, whatever the device's zone. */
export function dateTime(iso: string): string {
  const { year, month, day, hour, minute } = parts(new Date(iso))
  return `${year}-${month}-${day} ${hour}:${minute}`
}

/** `2026-11-23 14:05:09` in China: for records, where the order within a minute counts. */
export function dateTimeSeconds(iso: string): string {
  return `${dateTime(iso)}:${parts(new Date(iso))['second']}`
}

/** `14:05` in China. */
export function clock(iso: string): string {
  const { hour, minute } = parts(new Date(iso))
  return `${hour}:${minute}`
}

/** Numbers and lengths in the current language. */
export function useFormats() {
  const { language } = useTerms()
  const number = computed(() => new Intl.NumberFormat(language.value))
  return {
    count: (value: number): string => number.value.format(value),
    /** Metres below a kilometre, then kilometres with one decimal. */
    distance: (metres: number): string =>
      metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`,
  }
}
