import { useTerms } from '../../../../i18n/term.ts'

/** Months `YYYY-MM` in the reader's language. */
export function useMonthNames() {
  const { language } = useTerms()
  const named = (month: string, year: 'numeric' | undefined): string =>
    new Intl.DateTimeFormat(language.value, {
      month: 'short',
      timeZone: 'UTC',
      ...(year === undefined ? {} : { year }),
    }).format(new Date(`${month}-01T00:00:00Z`))
  return {
    /** `2026年10月`, `Oct 2026`. */
    monthName: (month: string): string => named(month, 'numeric'),
    /** `10月`, `Oct`. */
    shortName: (month: string): string => named(month, undefined),
  }
}
