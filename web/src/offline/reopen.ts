import { openDraft } from './drafts-kept.ts'
import { offlineDatabase } from './database.ts'
import { announce } from './outbox.ts'
import {
  needsOf,
  type EntryRefusal,
  type HazardEntry,
  type OutboxEntry,
  type PhotoEntry,
  type VisitEntry,
} from './outbox-entry.ts'
import { newId } from '../ui/new-id.ts'
import type { KeptReport } from './kept-report.ts'
import { emptyVisit, type FoundHazard, type KeptPhoto, type VisitDraft } from './visit-draft.ts'

/** Takes an entry back into its form. `begun`: another visit to the same object is being made, and is in its way. */
export type Reopening = 'opened' | 'gone' | 'begun'

/** Takes a report out of the outbox and back into its form with everything in it, photographs too: all of it or nothing. */
export async function reopen(id: string): Promise<Reopening> {
  const transaction = (await offlineDatabase()).transaction(
    ['outbox', 'drafts', 'reports'],
    'readwrite',
  )
  const outbox = transaction.objectStore('outbox')
  const entries = await outbox.getAll()
  const entry = entries.find((one) => one.id === id)
  if (entry === undefined || entry.kind === 'photo') return 'gone'
  const taken = entry.kind === 'visit' ? [entry, ...ownHazards(entry, entries)] : [entry]
  if (entry.kind === 'visit') {
    const drafts = transaction.objectStore('drafts')
    const begun = await drafts.get(openDraft(entry))
    if (begun !== undefined) return 'begun'
    await drafts.put(draftOfVisit(entry, entries))
  } else await transaction.objectStore('reports').put(reportOf(entry, entries))
  const ids = new Set(taken.map((one) => one.id))
  const still = entries.filter((one) => !ids.has(one.id))
  const needed = new Set(still.flatMap(needsOf))
  const photos = taken.flatMap(needsOf).filter((need) => !needed.has(need))
  for (const one of entries) {
    if (one.order !== undefined && (ids.has(one.id) || photos.includes(one.id)))
      await outbox.delete(one.order)
  }
  await transaction.done
  announce()
  return 'opened'
}

/** Hazards found on a visit that surely have not arrived: they come back with it. The others go their own way. */
function ownHazards(visit: VisitEntry, entries: readonly OutboxEntry[]): HazardEntry[] {
  const found = new Set(foundOn(visit).map(({ id }) => id))
  return entries.filter(
    (one): one is HazardEntry => one.kind === 'hazard' && found.has(one.id) && !one.trouble,
  )
}

const foundOn = ({ body }: VisitEntry) =>
  (body.hazards ?? []).filter(({ part }) => part === 'found')

/** A visit as it was when it was handed in. */
function draftOfVisit(entry: VisitEntry, entries: readonly OutboxEntry[]): VisitDraft {
  const { account, enterpriseId, body } = entry
  const back = ownHazards(entry, entries)
  const items = new Map(foundOn(entry).map(({ id, item }) => [id, item ?? null]))
  const [lon, lat] = body.location?.coordinates ?? []
  return {
    // An id that stands for another visit already can never be this one's.
    ...emptyVisit(account, enterpriseId, isTaken(entry) ? newId() : entry.id),
    checkIn: {
      by: body.checkIn,
      at: new Date(body.startedAt),
      position:
        lon === undefined || lat === undefined
          ? null
          : { at: [lon, lat], accuracy: body.accuracy ?? 0 },
      code: body.code ?? null,
    },
    answers: body.answers.map(({ item, result, note = '' }) => ({ item, result, note })),
    hazards: back.map((hazard) => foundOf(hazard, items.get(hazard.id) ?? null, entries)),
    reported: [...items]
      .filter(([id]) => back.every((hazard) => hazard.id !== id))
      .map(([id, item]) => ({ id, item })),
    verified: Object.fromEntries(
      (body.hazards ?? []).flatMap(({ id, part }) => (part === 'found' ? [] : [[id, part]])),
    ),
    photos: photosOf(body.evidence ?? [], entries),
    result: body.result === 'closed' ? 'closed' : null,
    note: body.note ?? '',
    signedBy: body.signedBy ?? '',
    signature: body.signature ?? '',
    returned: { refusal: refusalAt(entry, entries), finishedAt: new Date(body.finishedAt) },
  }
}

const isTaken = ({ refusal }: VisitEntry): boolean => refusal?.code === 'patrol-id-taken'

function foundOf(
  { id, body }: HazardEntry,
  item: string | null,
  entries: readonly OutboxEntry[],
): FoundHazard {
  return {
    id,
    item,
    description: body.description,
    locationText: body.locationText ?? '',
    riskPointId: body.riskPointId ?? null,
    grade: body.suggestedGrade ?? 'general',
    photos: photosOf(body.evidence ?? [], entries),
  }
}

/** A report as it was when it was handed in; its place is as good as put on the map. */
function reportOf(entry: HazardEntry, entries: readonly OutboxEntry[]): KeptReport {
  const { account, enterpriseId, enterpriseName, body } = entry
  const [lon, lat] = body.location.coordinates
  return {
    account,
    slot: entry.id,
    texts: {
      id: entry.id,
      enterpriseId,
      enterpriseName,
      riskPointId: body.riskPointId ?? '',
      locationText: body.locationText ?? '',
      description: body.description,
      origin: body.origin ?? '',
      suggestedGrade: body.suggestedGrade ?? '',
      picked: body.riskPointId === undefined ? `${lon},${lat}` : '',
      placeReason: body.placeReason ?? '',
      linkedTo: body.linkedTo ?? '',
    },
    photos: photosOf(body.evidence ?? [], entries),
    foundAt: new Date(body.foundAt ?? entry.queuedAt),
    returned: { refusal: refusalAt(entry, entries), finishedAt: entry.queuedAt },
  }
}

/** Why a report came back: it was refused itself, or a photograph that it needs was. */
function refusalAt(
  entry: HazardEntry | VisitEntry,
  entries: readonly OutboxEntry[],
): EntryRefusal | null {
  if (entry.refusal !== null) return entry.refusal
  const needs = needsOf(entry)
  for (const one of entries) {
    if (one.kind === 'photo' && one.refusal !== null && needs.includes(one.id))
      return { ...one.refusal, message: `${one.name} · ${one.refusal.message}` }
  }
  return null
}

function photosOf(ids: readonly string[], entries: readonly OutboxEntry[]): KeptPhoto[] {
  return ids.flatMap((id) => {
    const photo = entries.find((one): one is PhotoEntry => one.kind === 'photo' && one.id === id)
    if (photo === undefined) return []
    const { name, file, position, takenAt = null, uploadedAt, enterpriseId } = photo
    return [{ id, name, file, position, takenAt, uploadedTo: uploadedAt ? enterpriseId : null }]
  })
}
