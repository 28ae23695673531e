import type { FacetCounts } from '../../../map/facets.ts'
import type { LevelCounts } from '../../../map/types.ts'
import type { ServerFigures } from './queries.ts'

/** What is counted the same way in the browser and on the server. */
export interface Standing {
  readonly enterprises: number
  readonly riskPoints: number
  /** Index 0 is 'not assessed'; not limited by the chosen levels themselves when counted in the browser. */
  readonly byLevel: LevelCounts
  readonly open: number
  readonly overdue: number
  readonly majorOpen: number
}

/** Counted from the map's own columns. */
export function standingOf({ enterprises, riskPoints, hazards }: FacetCounts): Standing {
  return {
    enterprises: enterprises.total,
    riskPoints: riskPoints.total,
    byLevel: riskPoints.byLevel,
    open: hazards.open,
    overdue: hazards.overdue,
    majorOpen: hazards.majorOpen,
  }
}

/** As the server counted it: what is shown until the map's data has come. */
export function standingFrom({ enterprises, riskPoints, hazards }: ServerFigures): Standing {
  const { byLevel } = riskPoints
  return {
    enterprises: enterprises.total,
    riskPoints: riskPoints.total,
    byLevel: [byLevel.unassessed, byLevel[1], byLevel[2], byLevel[3], byLevel[4]],
    open: hazards.open,
    overdue: hazards.overdue,
    majorOpen: hazards.majorOpen,
  }
}
