import { createHash } from 'node:crypto'
import { holdEvidenceFiles, removeUnused } from '../db/evidence-sweep.ts'
import { thumbnailOf, type EvidenceStore } from '../db/evidence-store.ts'
import type { Database } from '../db/database.ts'
import type { Evidence } from '../db/evidence.ts'
import type { Actor, Scope } from '../db/scope.ts'
import { settleTimes } from '../domain/device-clock.ts'
import { EVIDENCE_FORMATS } from '../domain/evidence.ts'
import { NotFoundError } from '../http/errors.ts'
import { OtherOfficeError } from '../http/refusals.ts'
import { checkPdf, formatOf } from '../http/photo/format.ts'
import { developPhoto, type Photo } from '../http/photo/photo.ts'
import { findEvidence, insertEvidence, standingOf, type NewEvidence } from './queries.ts'
import { EvidenceIdTakenError } from './refusals.ts'
import { storedName } from './stored-name.ts'

/** What was sent. */
interface Sent {
  readonly enterpriseId: string
  readonly id: string
  readonly name: string
  readonly bytes: Buffer
  readonly position: readonly [number, number] | null
  /** By the device's clock; null: what the photograph says counts. */
  readonly takenAt: Date | null
  /** What the device's clock showed when it sent the file; null: it did not say. */
  readonly sentAt: Date | null
}

interface Surroundings {
  readonly database: Database
  readonly store: EvidenceStore
  readonly now: () => Date
}

type Developed = Pick<Photo, 'mime' | 'content' | 'position' | 'takenAt' | 'incomplete'> & {
  width: number | null
  height: number | null
  thumbnail: Buffer | null
}

/**
 * Takes a file in: looked at, drawn anew, stored, and only then on record; on any failure nothing of it stays. The
 * same id again is answered with what is there.
 */
export async function takeIn(
  sent: Sent,
  scope: Scope,
  actor: Actor,
  { database, store, now }: Surroundings,
): Promise<{ created: boolean; evidence: Evidence }> {
  const { enterpriseId, id } = sent
  const sourceSha256 = digest(sent.bytes)
  const known = await checkPlace(database, scope, sent, sourceSha256)
  if (known !== undefined) return { created: false, evidence: known }

  const { content, thumbnail, ...developed } = await develop(sent.bytes)
  const sha256 = digest(content)
  const row: NewEvidence = {
    ...developed,
    enterpriseId,
    id,
    sha256,
    sourceSha256,
    kind: EVIDENCE_FORMATS[developed.mime].kind,
    bytes: content.length,
    name: storedName(sent.name, developed.mime),
    position: sent.position ?? developed.position,
    takenAt: takenBy(sent, developed.takenAt, now()),
    uploadedBy: actor.id,
    uploadedByName: actor.name,
    uploadedAt: now(),
  }
  const keep = async (): Promise<void> => {
    if (thumbnail !== null) await store.put(thumbnailOf(sha256), thumbnail)
    await store.put(sha256, content)
  }
  try {
    await keep()
    return await database.scoped(scope, async (tx) => {
      await holdEvidenceFiles(tx)
      // The same bytes under another row may just have been cleared away.
      if (!(await store.has(sha256))) await keep()
      const created = await insertEvidence(tx, row)
      const evidence = await findEvidence(tx, enterpriseId, id)
      const standing = await standingOf(tx, enterpriseId, id)
      if (evidence === undefined || standing === undefined) throw new NotFoundError('enterprise')
      if (standing.sourceSha256 !== sourceSha256) throw new EvidenceIdTakenError()
      return { created, evidence }
    })
  } catch (error) {
    // What cannot be cleared away now is swept later.
    await removeUnused(database, store, [sha256, thumbnailOf(sha256)]).catch(() => undefined)
    throw error
  }
}

/** Refuses before any work is done; gives what a first sending of the same file left. */
function checkPlace(
  database: Database,
  scope: Scope,
  { enterpriseId, id }: Sent,
  sourceSha256: string,
): Promise<Evidence | undefined> {
  return database.reading(scope, async (tx) => {
    const standing = await standingOf(tx, enterpriseId, id)
    if (standing === undefined) throw new NotFoundError('enterprise')
    if (scope.audience === 'wide' && standing.officeId !== scope.officeId)
      throw new OtherOfficeError()
    if (standing.sourceSha256 === null) return undefined
    if (standing.sourceSha256 !== sourceSha256) throw new EvidenceIdTakenError()
    return findEvidence(tx, enterpriseId, id)
  })
}

async function develop(bytes: Buffer): Promise<Developed> {
  const format = formatOf(bytes)
  if (format !== 'pdf') return developPhoto(bytes, format)
  checkPdf(bytes)
  return {
    mime: 'application/pdf',
    content: bytes,
    width: null,
    height: null,
    position: null,
    takenAt: null,
    incomplete: false,
    thumbnail: null,
  }
}

/** Cameras whose clock was never set begin in 1970, 1980 or 2000. */
const EARLIEST = new Date('2001-01-01T00:00:00Z')

/** When a photograph was taken, by the server's clock; null where no clock that can be right says so. */
function takenBy({ takenAt, sentAt }: Sent, seen: Date | null, now: Date): Date | null {
  const told = takenAt === null ? seen : settleTold(takenAt, sentAt, now)
  const tomorrow = now.getTime() + 24 * 3_600_000
  return told !== null && told >= EARLIEST && told.getTime() <= tomorrow ? told : null
}

function settleTold(takenAt: Date, sentAt: Date | null, now: Date): Date | null {
  if (sentAt === null) return takenAt
  const { times, clock } = settleTimes([takenAt], sentAt, now)
  return clock === 'unknown' ? null : (times[0] ?? null)
}

const digest = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
