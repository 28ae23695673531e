import { toLevel } from '../../../map/filter-key.ts'
import type { RiskLevel } from '@onemap/api/domain/risk-level'
import type { LonLat } from '../../../map/types.ts'

const METRES_PER_DEGREE = 111_320

/** A risk point on a plan: metres east and south of the middle, clipped to the edge of the plan. */
export interface PlanMark {
  readonly no: number
  readonly level: RiskLevel | null
  readonly x: number
  readonly y: number
}

interface Placed {
  readonly no: number
  readonly level: number | null
  readonly location: { readonly coordinates: readonly number[] }
}

/** Risk points around the middle of a plant, the worst last so that they are drawn on top. @param reach metres from the middle to the edge */
export function planMarks(
  points: readonly Placed[],
  [lon, lat]: LonLat,
  reach: number,
): PlanMark[] {
  const east = METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)
  const clip = (metres: number) => Math.max(-reach, Math.min(reach, metres))
  return points
    .map(
      ({
        no,
        level,
        location: {
          coordinates: [x = lon, y = lat],
        },
      }) => ({
        no,
        level: toLevel(level ?? 0),
        x: clip((x - lon) * east),
        y: clip((lat - y) * METRES_PER_DEGREE),
      }),
    )
    .toSorted((a, b) => (b.level ?? 5) - (a.level ?? 5))
}

/** How far the farthest point lies, metres, with room around it; never less than a workshop needs. */
export function reachOf(points: readonly Placed[], middle: LonLat): number {
  const marks = planMarks(points, middle, 5000)
  return Math.max(60, ...marks.map(({ x, y }) => Math.hypot(x, y))) * 1.2
}

interface Scenario {
  readonly accidentType: number
  readonly count: number
  readonly worst: RiskLevel
}

/** What can happen here: accident types of the points of level 1 and 2, the worst and most frequent first. */
export function scenariosOf(
  points: readonly { readonly level: RiskLevel | null; readonly accidentType: number | null }[],
): Scenario[] {
  const byType = new Map<number, { count: number; worst: RiskLevel }>()
  for (const { level, accidentType } of points) {
    if (accidentType === null || level === null || level > 2) continue
    const known = byType.get(accidentType)
    byType.set(accidentType, {
      count: (known?.count ?? 0) + 1,
      worst: known !== undefined && known.worst < level ? known.worst : level,
    })
  }
  return Array.from(byType, ([accidentType, rest]) => ({ accidentType, ...rest })).toSorted(
    (a, b) => a.worst - b.worst || b.count - a.count,
  )
}
