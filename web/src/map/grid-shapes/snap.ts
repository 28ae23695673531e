import { cornerOf, type Corner, type Shape } from './shape.ts'

/** Pixels on the screen. */
type Pixel = readonly [x: number, y: number]

interface SnapOptions {
  readonly project: (corner: Corner) => Pixel
  readonly unproject: (pixel: Pixel) => Corner
  /** How near the pointer must come, pixels. */
  readonly reach: number
}

/** The corner of a border near a place; else the nearest place on a border; null where none is near. */
export function snapTo(
  place: Corner,
  borders: readonly Shape[],
  { project, unproject, reach }: SnapOptions,
): Corner | null {
  const [x, y] = project(place)
  let [corner, cornerGap]: [Corner | null, number] = [null, reach]
  let [onEdge, edgeGap]: [Pixel | null, number] = [null, reach]
  for (const ring of borders.flat(2)) {
    let previous: Pixel | null = null
    for (const each of ring) {
      const pixel = project(each)
      const gap = Math.hypot(pixel[0] - x, pixel[1] - y)
      if (gap < cornerGap) [corner, cornerGap] = [each, gap]
      if (previous !== null) {
        const foot = footOn(previous, pixel, [x, y])
        const aside = Math.hypot(foot[0] - x, foot[1] - y)
        if (aside < edgeGap) [onEdge, edgeGap] = [foot, aside]
      }
      previous = pixel
    }
  }
  if (corner !== null) return corner
  return onEdge === null ? null : cornerOf(unproject(onEdge))
}

function footOn([ax, ay]: Pixel, [bx, by]: Pixel, [x, y]: Pixel): Pixel {
  const [dx, dy] = [bx - ax, by - ay]
  const along =
    dx === 0 && dy === 0
      ? 0
      : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
  return [ax + along * dx, ay + along * dy]
}
