import type { RiskLevel } from './risk-level.ts'

/** A version of the rules by which neighbours are told. Published versions never change: other radii are a new version. */
export interface NeighbourProfile {
  readonly id: string
  readonly version: number
  /** First day it holds, `YYYY-MM-DD`. */
  readonly validFrom: string
  /** Metres from a point of an enterprise with a 重大危险源, whatever its level. */
  readonly majorHazard: number
  /** Metres by the point's level. */
  readonly byLevel: Readonly<Record<RiskLevel, number>>
  /** Days after which an unsigned receipt is asked for once more. */
  readonly remindAfterDays: number
  /** Months after which everybody is told again. */
  readonly renewAfterMonths: number
}

/**
 * 告知范围: 500 m is the criterion in use for installations of major hazard and taken for red points; 300 m for orange
 * ones and 100 m for whoever adjoins are this system's defaults, as are seven days and one year.
 */
export const NEIGHBOUR_PROFILES = [
  {
    id: 'neighbour-default',
    version: 1,
    validFrom: '2016-01-01',
    majorHazard: 500,
    byLevel: { 1: 500, 2: 300, 3: 100, 4: 100 },
    remindAfterDays: 7,
    renewAfterMonths: 12,
  },
] as const satisfies readonly NeighbourProfile[]

/** The profile in force on a day, `YYYY-MM-DD`: the newest that holds by then. @throws Error before the first */
export function neighbourProfileOn(
  day: string,
  profiles: readonly NeighbourProfile[] = NEIGHBOUR_PROFILES,
): NeighbourProfile {
  const profile = profiles
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1))
    .at(-1)
  if (profile === undefined) throw new Error(`no profile holds on ${day}`)
  return profile
}

/** Whom a point concerns: within so many metres of it. */
export function tellingRadius(
  profile: NeighbourProfile,
  { level, majorHazard }: { readonly level: RiskLevel; readonly majorHazard: boolean },
): number {
  const ofLevel = profile.byLevel[level]
  return majorHazard ? Math.max(profile.majorHazard, ofLevel) : ofLevel
}

/** The farthest anybody is told of anything, in metres. */
export function farthestTold({ majorHazard, byLevel }: NeighbourProfile): number {
  return Math.max(majorHazard, ...Object.values(byLevel))
}

/** The day by which what was told on a day is told again; the last day of a month that is too short. */
export function renewalDay({ renewAfterMonths }: NeighbourProfile, told: string): string {
  const [year = 0, month = 1, day = 1] = told.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year, month + renewAfterMonths, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + renewAfterMonths, Math.min(day, lastOfMonth)))
    .toISOString()
    .slice(0, 10)
}
