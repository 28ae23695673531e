/** The field a signature is written in, in its own units. */
export const SIGNATURE_FIELD = { width: 600, height: 200 } as const
/** What the server takes at most. */
const MOST_CHARACTERS = 20_000
/** Nearer than this to the point before, a point tells nothing. */
const LEAST_STEP = 3

export type Stroke = readonly (readonly [x: number, y: number])[]

/** A stroke with one more point; the same where that tells nothing. */
export function extended(stroke: Stroke, [x, y]: readonly [number, number]): Stroke {
  const last = stroke.at(-1)
  return last !== undefined && Math.hypot(x - last[0], y - last[1]) < LEAST_STEP
    ? stroke
    : [...stroke, [x, y]]
}

/** Strokes as the path of an SVG: whole numbers, a dot as a short line. Strokes that would make it too long are left out. */
export function pathOf(strokes: readonly Stroke[]): string {
  let path = ''
  for (const [first, ...rest] of strokes) {
    if (first === undefined) continue
    const points = rest.length === 0 ? [[first[0] + 1, first[1]] as const] : rest
    const stroke = `M${Math.round(first[0])} ${Math.round(first[1])}${points.map(([x, y]) => `L${Math.round(x)} ${Math.round(y)}`).join('')}`
    if (path.length + stroke.length > MOST_CHARACTERS) break
    path += stroke
  }
  return path
}
