import { EVIDENCE_ACCEPTED, MOST_EVIDENCE_BYTES } from '@onemap/api/domain/evidence'
import type { Evidence } from './requests.ts'

/** A file on its way to the record. */
export interface PickedFile {
  /** Also the record's id to be. */
  readonly id: string
  readonly name: string
  /** Absent for what was on record before this form was opened. */
  readonly file: File | null
  /** Address of what it looks like; null where the browser cannot show it. */
  readonly preview: string | null
  readonly state: 'waiting' | 'sending' | 'done' | 'failed' | 'refused'
  /** From 0 to 1. */
  readonly progress: number
  /** What the server or the form says about a failure; null: the server did not answer. */
  readonly told: string | null
  readonly evidence: Evidence | null
}

/** Telephones convert their own HEIC to JPEG unless they are told that HEIC is welcome. */
export function acceptedTypes(onTelephone: boolean): string {
  return (
    onTelephone
      ? EVIDENCE_ACCEPTED.filter((type) => !/hei[cf]/.test(type))
      : [...EVIDENCE_ACCEPTED, '.heic', '.heif']
  ).join(',')
}

/** What is wrong with a file before it is sent; the rest the server tells by its content. */
export function flawOf({ size }: Pick<File, 'size'>): 'empty' | 'tooLarge' | null {
  if (size === 0) return 'empty'
  return size > MOST_EVIDENCE_BYTES ? 'tooLarge' : null
}

const RECENT_MS = 15 * 60_000

/** Whether a photograph was taken just now, so that where the device is, is where it was taken. */
function isFresh(
  { type, lastModified }: Pick<File, 'type' | 'lastModified'>,
  now: number,
): boolean {
  return type.startsWith('image/') && Math.abs(now - lastModified) < RECENT_MS
}

/** When and where a photograph was taken that was taken just now; nothing is known of any other. */
export function momentOf(
  file: Pick<File, 'type' | 'lastModified'>,
  position: readonly [number, number] | null,
): { readonly position: readonly [number, number] | null; readonly takenAt: Date | null } {
  return isFresh(file, Date.now())
    ? { position, takenAt: new Date(file.lastModified) }
    : { position: null, takenAt: null }
}

/** Whether a browser shows files of this type in an image element. */
export function isShowable({ type }: Pick<File, 'type'>): boolean {
  return ['image/jpeg', 'image/png', 'image/webp'].includes(type)
}
