/** `º` and `˚` of keyboards and fonts, and what full-width typing makes of signs. */
function plain(text: string): string {
  return text
    .replace(/[º˚]/g, '°')
    .normalize('NFKC')
    .replace(/[‘’´`′]/g, "'")
    .replace(/[“”″]|''/g, '"')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/^[\s,;。、]+|[\s,;。、]+$/g, '')
    .trim()
}

/** Longer than any way of writing a coordinate. */
const LONGEST = 60

const NAME = /^(?:东经|北纬|经度|纬度|longitude|latitude|long|lon|lng|lat|[EN])\s*[:=]?\s*/i
const AFTER = /\s*(?:东经|北纬|[EN])$/i
const DECIMAL = /^(\d{1,9})(?:[.,](\d+))?\s*[°度]?$/
const SEXAGESIMAL =
  /^(\d{1,3})\s*[°度d:\s-]\s*(\d{1,2}(?:\.\d+)?)(?:\s*['分m:\s-]\s*(?:(\d{1,2}(?:\.\d+)?)\s*["秒s]?)?)?$/i

/**
 * Degrees from the ways people write them: `117.727°`, `E117.727`, `东经117度43分37.2秒`, `117°43.62′`, `117-43-37.2`,
 * `117,727`; NaN from anything else.
 */
export function degrees(text: string): number {
  if (text.length > LONGEST) return Number.NaN
  const bare = plain(text).replace(NAME, '').replace(AFTER, '')
  const decimal = DECIMAL.exec(bare)
  if (decimal !== null) return Number(`${decimal[1]}.${decimal[2] ?? 0}`)
  const parts = SEXAGESIMAL.exec(bare)
  if (parts === null) return Number.NaN
  const [, whole, minutes = '0', seconds] = parts
  // Minutes with decimals leave nothing for seconds to say.
  if (seconds !== undefined && minutes.includes('.')) return Number.NaN
  return Number(minutes) < 60 && Number(seconds ?? 0) < 60
    ? Number(whole) + Number(minutes) / 60 + Number(seconds ?? 0) / 3600
    : Number.NaN
}

/**
 * What degrees come to where minutes and seconds were written behind the point: `117.43372` for 117°43′37.2″. Nothing
 * in the number says so; NaN where it cannot be.
 */
export function packedDegrees(value: number): number {
  const [whole = '', packed = ''] = value.toFixed(6).split('.')
  const [minutes, seconds] = [Number(packed.slice(0, 2)), Number(packed.slice(2)) / 100]
  return minutes < 60 && seconds < 60 ? Number(whole) + minutes / 60 + seconds / 3600 : Number.NaN
}
