import type { LonLat } from './types.ts'

const DMS =
  /^(\d{1,3})[°度d]\s*(\d{1,2}(?:\.\d+)?)?\s*['′分m]?\s*(\d{1,2}(?:\.\d+)?)?\s*["″秒s]?\s*[NE北纬东经]*$/u

/** Degrees as people write them: `117.7333`, `117°44′0″`, `117度44分`; null if it is no number. */
export function readDegrees(text: string): number | null {
  const clean = text
    .trim()
    .replace(/^(?:东经|北纬|[ENen])\s*/u, '')
    .replace(/。/gu, '.')
  if (/^-?\d{1,3}(?:\.\d+)?°?$/u.test(clean)) return Number.parseFloat(clean)
  const found = DMS.exec(clean)
  if (found === null) return null
  const [, degrees = '0', minutes = '0', seconds = '0'] = found
  return Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600
}

/** Two coordinates pasted together, in either order: in China the longitude is the larger one. Null if they are not two. */
export function readPair(text: string): LonLat | null {
  const halves = text
    .trim()
    .split(/\s*[,，;；、]\s*|\s+/u)
    .filter((half) => half !== '')
  const [first, second] = halves.map(readDegrees)
  if (
    halves.length !== 2 ||
    first === null ||
    first === undefined ||
    second === null ||
    second === undefined
  )
    return null
  return first >= second ? [first, second] : [second, first]
}
