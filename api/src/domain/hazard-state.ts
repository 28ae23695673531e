import type { Extension, Supervision, SupervisionLevel, WorkStopper } from './hazard-supervision.ts'
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
  /** Clause or list entry the grade rests on. */
  readonly criteria: string | null
  /** What the last rectification cost, in yuan. */
  readonly cost: number | null
  /** How the last request for a later deadline stands. */
  readonly extension: Extension
  /** The deadline last asked for, `YYYY-MM-DD`, and who asked. */
  readonly extensionDeadline: string | null
  readonly extensionBy: string | null
  /** 挂牌督办. */
  readonly supervision: Supervision
  /** Rank of the listing in force, or of the last one. */
  readonly supervisionLevel: SupervisionLevel | null
  /** Who has stopped work; null while it runs. */
  readonly workStopBy: WorkStopper | null
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
  criteria: null,
  cost: null,
  extension: 'none',
  extensionDeadline: null,
  extensionBy: null,
  supervision: 'none',
  supervisionLevel: null,
  workStopBy: null,
}
