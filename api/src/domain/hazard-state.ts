import type { HazardGrade, HazardStatus, HazardTreatment } from './hazard.ts'

/** What the closed loop keeps of a hazard. */
export interface HazardState {
  readonly status: HazardStatus
  /** Null until graded. */
  readonly grade: HazardGrade | null
  readonly treatment: HazardTreatment | null
  /** Last day in time, `YYYY-MM-DD`. */
  readonly deadline: string | null
  /** Id of the person made responsible, then of the one who rectified last. */
  readonly rectifier: string | null
  /** How often review has sent it back. */
  readonly round: number
  readonly acceptedAt: Date | null
  readonly closedAt: Date | null
}

/** A hazard at the moment it is reported. */
export const REPORTED_HAZARD: HazardState = {
  status: 'reported',
  grade: null,
  treatment: null,
  deadline: null,
  rectifier: null,
  round: 0,
  acceptedAt: null,
  closedAt: null,
}
