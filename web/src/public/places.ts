/** What the whole roster comes to on a map: code, operator, level, town, longitude and latitude. */
export type Place = readonly [
  code: string,
  operator: string,
  level: number,
  town: string,
  lon: number,
  lat: number,
]

const isPlace = (row: unknown): row is Place =>
  Array.isArray(row) && row.length === 6 && typeof row[4] === 'number' && typeof row[5] === 'number'

let asked: Promise<readonly Place[]> | undefined

/** Every risk source's place, fetched once a page. @throws Error when the server does not answer */
export function places(): Promise<readonly Place[]> {
  asked ??= fetch('/public/places.json').then(async (response) => {
    const rows: unknown = await response.json()
    return Array.isArray(rows) ? rows.filter(isPlace) : []
  })
  asked.catch(() => {
    asked = undefined
  })
  return asked
}

const english = document.documentElement.lang.startsWith('en')

/** Address of a risk source's page in the language of this one. */
export function pageOf(code: string): string {
  return `/public${english ? '/en' : ''}/sources/${code}`
}

/** One of two texts, by the language of the page. */
export function say(zh: string, en: string): string {
  return english ? en : zh
}
