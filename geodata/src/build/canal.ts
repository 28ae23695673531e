import type { Position, Ring } from '../geojson.ts'
import { snap } from './planar.ts'
import { squared, toPlane } from './plane.ts'

/** The canal from border to border: its bends rounded (Chaikin, twice), its ends on the outline where they come nearest. */
export function canalWithin(outline: Ring, course: readonly Position[]): Position[] {
  const [first, last] = [course.at(0), course.at(-1)]
  if (first === undefined || last === undefined) throw new Error('the canal has no course')
  return rounded(rounded([nearest(outline, first), ...course, nearest(outline, last)])).map(snap)
}

const nearest = (outline: Ring, to: Position): Position =>
  outline.reduce((best, one) =>
    squared(toPlane(one), toPlane(to)) < squared(toPlane(best), toPlane(to)) ? one : best,
  )

/** Every bend cut at a quarter of the way to its neighbours; the ends stay. */
function rounded(line: readonly Position[]): Position[] {
  const cuts = line.slice(1).flatMap(([x2, y2], i): Position[] => {
    const [x1, y1] = line[i] ?? [x2, y2]
    return [
      [x1 * 0.75 + x2 * 0.25, y1 * 0.75 + y2 * 0.25],
      [x1 * 0.25 + x2 * 0.75, y1 * 0.25 + y2 * 0.75],
    ]
  })
  return [...line.slice(0, 1), ...cuts.slice(1, -1), ...line.slice(-1)]
}
