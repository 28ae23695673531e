/**
 * Boundaries are kept to a decimetre, so that two grids whose common border has more corners on one side never fit to
 * the last digit. Land narrower than this on average (metres; twice the area over the perimeter) is rounding, not land.
 */
export const NARROWEST_M = 0.5

/** A grid smaller than this, in square metres, is a slip of the hand. */
export const SMALLEST_GRID_M2 = 1000

/** Whether a piece of land between two boundaries is there at all. */
export function isLand(areaM2: number, perimeterM: number): boolean {
  return perimeterM > 0 && (2 * areaM2) / perimeterM >= NARROWEST_M
}
