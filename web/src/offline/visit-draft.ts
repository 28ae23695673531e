import type { PatrolAnswer, PatrolCheckIn, PatrolResult } from '@onemap/api/domain/patrol-visit'
import type { LonLat } from '../map/types.ts'
import type { EntryRefusal } from './outbox-entry.ts'

/** A photograph on this device that is not sent yet. */
export interface KeptPhoto {
  /** Also the record's id to be. */
  readonly id: string
  readonly name: string
  readonly file: Blob
  readonly position: LonLat | null
  /** By the device's clock, where it was taken just then. */
  readonly takenAt?: Date | null
  /** The enterprise under which the server has it already. */
  readonly uploadedTo?: string | null
}

/** A hazard found on a visit, as far as it is written. */
export interface FoundHazard {
  /** The hazard's id to be. */
  readonly id: string
  /** Item of the checklist at which it was found; null: somewhere else. */
  readonly item: string | null
  readonly description: string
  readonly locationText: string
  readonly riskPointId: string | null
  readonly grade: 'general' | 'major'
  readonly photos: readonly KeptPhoto[]
}

/** How somebody checked in. */
export interface CheckIn {
  readonly by: PatrolCheckIn
  readonly at: Date
  /** Where the device was, if it knew. */
  readonly position: { readonly at: LonLat; readonly accuracy: number } | null
  /** What the camera read. */
  readonly code: string | null
}

/** A visit that is being made. It is kept on the device at every step, so that nothing is lost when the tab is. */
export interface VisitDraft {
  readonly account: string
  readonly enterpriseId: string
  /** The visit's id to be. */
  readonly id: string
  readonly checkIn: CheckIn | null
  readonly answers: readonly PatrolAnswer[]
  readonly hazards: readonly FoundHazard[]
  /** Open hazards that were looked at. */
  readonly verified: Readonly<Record<string, 'fixed' | 'unfixed'>>
  readonly photos: readonly KeptPhoto[]
  /** Null: what the checklist says. */
  readonly result: Extract<PatrolResult, 'closed'> | null
  readonly note: string
  readonly signedBy: string
  /** SVG path in a field of 600 by 200; empty: nobody signed. */
  readonly signature: string
  /** Of a visit that was handed in and came back: why, and when it had ended. */
  readonly returned?: Returned | null
  /** Hazards found on this visit that have gone their own way already. */
  readonly reported?: readonly { readonly id: string; readonly item: string | null }[]
}

/** Something that was handed in and is to be changed. */
export interface Returned {
  readonly refusal: EntryRefusal | null
  readonly finishedAt: Date
}

/** When a visit ends: now, unless it ended when it was handed in for the first time. */
export const endOf = ({ returned }: Pick<VisitDraft, 'returned'>, now: Date): Date =>
  returned?.finishedAt ?? now

/** A visit that has not begun. */
export function emptyVisit(account: string, enterpriseId: string, id: string): VisitDraft {
  return {
    account,
    enterpriseId,
    id,
    checkIn: null,
    answers: [],
    hazards: [],
    verified: {},
    photos: [],
    result: null,
    note: '',
    signedBy: '',
    signature: '',
  }
}
