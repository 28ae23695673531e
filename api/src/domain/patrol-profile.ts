import { newestValid } from './assessment-profile.ts'
import type { RiskLevel } from './risk-level.ts'

/** What an object can be patrolled by: its level, or that nobody has assessed it yet. */
export type PatrolLevel = RiskLevel | null
export const PATROL_LEVELS = [1, 2, 3, 4, null] as const satisfies readonly PatrolLevel[]

/** So many visits in each calendar period of so many months. */
export interface PatrolRate {
  /** Twice a period is allowed for months only: their halves end on the 15th and on the last day. */
  readonly times: 1 | 2
  readonly months: 1 | 3 | 6
}

/** A version of the rules of patrolling. Published versions never change: new rules are a new version. */
export interface PatrolProfile {
  readonly id: 'grid-patrol'
  readonly version: number
  /** First day it holds, `YYYY-MM-DD`. */
  readonly validFrom: string
  readonly rates: Readonly<Record<RiskLevel | 'unassessed', PatrolRate>>
  /** How far from the object, in metres along the ellipsoid, counts as at the object. */
  readonly geofence: number
  /** Quicker than so many seconds for each item of the checklist, or than so many altogether, is too fast. */
  readonly leastSeconds: { readonly altogether: number; readonly anItem: number }
}

/**
 * Red twice a month, orange monthly, yellow quarterly, blue half-yearly. What nobody has assessed may be anything:
 * it is visited as often as yellow.
 */
const GRID_PATROL_1 = {
  id: 'grid-patrol',
  version: 1,
  validFrom: '2016-01-01',
  rates: {
    1: { times: 2, months: 1 },
    2: { times: 1, months: 1 },
    3: { times: 1, months: 3 },
    4: { times: 1, months: 6 },
    unassessed: { times: 1, months: 3 },
  },
  geofence: 200,
  leastSeconds: { altogether: 180, anItem: 15 },
} as const satisfies PatrolProfile

/** Every version. */
const PATROL_PROFILES: readonly PatrolProfile[] = [GRID_PATROL_1]

/** The rules that hold on a day; before the first version, the first. */
export function patrolProfileOn(day: string): PatrolProfile {
  return newestValid(PATROL_PROFILES, day, 'grid-patrol') ?? GRID_PATROL_1
}

export function rateOf({ rates }: PatrolProfile, level: PatrolLevel): PatrolRate {
  return rates[level ?? 'unassessed']
}
