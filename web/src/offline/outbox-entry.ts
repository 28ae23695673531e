import type { InferRequestType } from 'hono/client'
import type { api } from '../api.ts'

/** A visit as it is sent. */
type VisitBody = InferRequestType<
  (typeof api.enterprises)[':enterpriseId']['patrol-visits']['$post']
>['json']
/** A hazard as it is sent; with the id that was made here. */
type HazardBody = InferRequestType<typeof api.hazards.$post>['json']

/** What was said about an entry the server would not take. */
export interface EntryRefusal {
  readonly status: number
  /** Last part of the problem's type; empty when there is none. */
  readonly code: string
  readonly message: string
}

interface EntryFrame {
  /** Place in the order of sending; given by the database. */
  readonly order?: number
  /** Made here, and the record's own: sent again after a broken answer, it is there once. */
  readonly id: string
  /** Who wrote it; sent only while they are signed in. */
  readonly account: string
  readonly enterpriseId: string
  readonly enterpriseName: string
  readonly queuedAt: Date
  readonly refusal: EntryRefusal | null
}

export interface PhotoEntry extends EntryFrame {
  readonly kind: 'photo'
  readonly name: string
  readonly file: Blob
  /** `[lon, lat]` of the device, WGS 84, where it was taken just then. */
  readonly position: readonly [number, number] | null
}
export interface HazardEntry extends EntryFrame {
  readonly kind: 'hazard'
  readonly body: HazardBody
}
export interface VisitEntry extends EntryFrame {
  readonly kind: 'visit'
  readonly body: VisitBody
}

/** Something that waits to be sent. */
export type OutboxEntry = PhotoEntry | HazardEntry | VisitEntry

/** What must be on record before an entry can be: its photographs. */
export function needsOf(entry: OutboxEntry): readonly string[] {
  return entry.kind === 'photo' ? [] : (entry.body.evidence ?? [])
}
