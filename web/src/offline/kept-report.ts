import type { KeptPhoto, Returned } from './visit-draft.ts'

/** A hazard that somebody of the grid is reporting outside a visit, kept on the device at every step. */
export interface KeptReport {
  readonly account: string
  /** `new`, or the id of a hazard that was handed in and came back. */
  readonly slot: string
  /** What is typed, by field. */
  readonly texts: Readonly<Record<string, string>>
  readonly photos: readonly KeptPhoto[]
  /** When it was begun, by the device's clock: that is when it was found. */
  readonly foundAt: Date
  readonly returned: Returned | null
}
