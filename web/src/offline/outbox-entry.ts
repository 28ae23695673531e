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
  /** 0: this device could not even send it. */
  readonly status: number
  /** Last part of the problem's type; empty when there is none. */
  readonly code: string
  readonly message: string
}

/** Why an entry that nobody refused is still here. */
export interface EntryTrouble {
  /** `foreign` somebody else answered; `server` the server is not well; `unsent` it did not get through. */
  readonly kind: 'foreign' | 'server' | 'unsent'
  /** HTTP status; 0 where there was no answer. */
  readonly status: number
  /** What came back, as far as it can be read. */
  readonly told: string
  /** How often it was tried in vain, one after the other. */
  readonly times: number
  readonly at: Date
  /** When it is tried again without being asked for. */
  readonly nextAt: Date
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
  readonly trouble?: EntryTrouble | null
}

export interface PhotoEntry extends EntryFrame {
  readonly kind: 'photo'
  readonly name: string
  readonly file: Blob
  /** `[lon, lat]` of the device, WGS 84, where it was taken just then. */
  readonly position: readonly [number, number] | null
  /** By the device's clock, where it was taken just then. */
  readonly takenAt?: Date | null
  /** When the server took it; it stays here until what it belongs to is on record. */
  readonly uploadedAt?: Date | null
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
  if (entry.kind === 'photo') return []
  const { evidence = [] } = entry.body
  return entry.kind === 'hazard'
    ? [...evidence, ...(entry.body.mendedOnTheSpot?.photosAfter ?? [])]
    : evidence
}

/** Whether it is with the server already and stays here for the sake of what it belongs to. */
export function isUploaded(entry: OutboxEntry): boolean {
  return entry.kind === 'photo' && (entry.uploadedAt ?? null) !== null
}

/** What an entry waits for: its photographs that the server has not taken yet. */
export function awaitedBy(
  entry: OutboxEntry,
  entries: readonly OutboxEntry[],
): readonly OutboxEntry[] {
  const needs = needsOf(entry)
  return entries.filter((other) => needs.includes(other.id) && !isUploaded(other))
}

const FIRST_PAUSE_MS = 15_000
const LONGEST_PAUSE_MS = 15 * 60_000

/**
 * The trouble of one more attempt in vain. The first may be repeated at once; after it pauses double, unless the server
 * says how long to wait.
 */
export function troubleOf(
  { trouble }: Pick<OutboxEntry, 'trouble'>,
  told: Pick<EntryTrouble, 'kind' | 'status' | 'told'>,
  at: Date,
  retryAfterMs: number | null = null,
): EntryTrouble {
  const times = (trouble?.times ?? 0) + 1
  const pause =
    retryAfterMs ??
    (times === 1 ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (times - 2), LONGEST_PAUSE_MS))
  return { ...told, times, at, nextAt: new Date(at.getTime() + pause) }
}
