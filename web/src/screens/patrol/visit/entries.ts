import { defaultOrigin } from '@onemap/api/domain/hazard-origins'
import type {
  HazardEntry,
  OutboxEntry,
  PhotoEntry,
  VisitEntry,
} from '../../../offline/outbox-entry.ts'
import {
  endOf,
  type FoundHazard,
  type KeptPhoto,
  type VisitDraft,
} from '../../../offline/visit-draft.ts'
import type { PlacePoint } from '../../../map/ring.ts'
import { choosePlace } from '../../hazards/report/choose-place.ts'
import type { Stop } from '../mine/standing.ts'
import { hazardsOf, reportedOf, resultOf } from './check.ts'

/** A visit that was handed over. */
export interface SentVisit {
  /** Of everything that belongs to it. */
  readonly ids: readonly string[]
  readonly counts: { readonly items: number; readonly hazards: number; readonly photos: number }
}

type Frame = Pick<
  OutboxEntry,
  'account' | 'enterpriseId' | 'enterpriseName' | 'queuedAt' | 'refusal'
>

/**
 * What is sent of a finished visit, in the order in which the server must receive it: photographs, hazards, the visit.
 * @throws when nobody checked in
 */
export function entriesOfVisit(
  draft: VisitDraft,
  stop: Stop,
  templateVersion: number,
  now: Date,
): OutboxEntry[] {
  const { checkIn, account, enterpriseId } = draft
  if (checkIn === null) throw new Error('a visit begins with checking in')
  const frame: Frame = {
    account,
    enterpriseId,
    enterpriseName: stop.name,
    queuedAt: now,
    refusal: null,
  }
  const hazards = hazardsOf(draft)
  const result = resultOf(draft)
  const visit: VisitEntry = {
    ...frame,
    kind: 'visit',
    id: draft.id,
    body: {
      id: draft.id,
      startedAt: checkIn.at.toISOString(),
      finishedAt: endOf(draft, now).toISOString(),
      checkIn: checkIn.by,
      ...(checkIn.position === null
        ? {}
        : {
            location: pointOf(checkIn.position.at),
            accuracy: Math.min(100_000, checkIn.position.accuracy),
          }),
      ...(checkIn.code === null ? {} : { code: checkIn.code }),
      templateVersion,
      answers:
        result === 'closed'
          ? []
          : draft.answers.map(({ item, result: found, note }) => ({
              item,
              result: found,
              note: note.trim(),
            })),
      result,
      ...(draft.signature === '' ? {} : { signature: draft.signature }),
      signedBy: draft.signedBy.trim(),
      note: draft.note.trim(),
      evidence: draft.photos.map(({ id }) => id),
      hazards: [
        ...hazards.map(({ id, item }) => ({
          id,
          part: 'found' as const,
          ...(item === null ? {} : { item }),
        })),
        ...reportedOf(draft).map(({ id, item }) => ({
          id,
          part: 'found' as const,
          ...(item === null ? {} : { item }),
        })),
        ...Object.entries(draft.verified).map(([id, part]) => ({ id, part })),
      ],
    },
  }
  return [
    ...hazards.flatMap((hazard) => [
      ...photosOf(hazard.photos, frame),
      hazardOf(hazard, stop, checkIn.position, { ...frame, foundAt: endOf(draft, now) }),
    ]),
    ...photosOf(draft.photos, frame),
    visit,
  ]
}

const pointOf = ([lon, lat]: readonly [number, number]): PlacePoint => ({
  type: 'Point',
  coordinates: [lon, lat],
})

function photosOf(photos: readonly KeptPhoto[], frame: Frame): PhotoEntry[] {
  return photos.map(({ id, name, file, position, takenAt = null, uploadedTo }) => ({
    ...frame,
    kind: 'photo',
    id,
    name,
    file,
    position,
    takenAt,
    uploadedAt: uploadedTo === frame.enterpriseId ? frame.queuedAt : null,
  }))
}

function hazardOf(
  hazard: FoundHazard,
  stop: Stop,
  position: { readonly at: readonly [number, number]; readonly accuracy: number } | null,
  { foundAt, ...frame }: Frame & { readonly foundAt: Date },
): HazardEntry {
  const riskPoint = stop.riskPoints.find(({ id }) => id === hazard.riskPointId)
  const place = choosePlace({
    picked: null,
    riskPoint: riskPoint?.location ?? null,
    photo: null,
    enterprise: stop.location,
    device:
      position === null ? null : { location: pointOf(position.at), accuracy: position.accuracy },
  })
  return {
    ...frame,
    kind: 'hazard',
    id: hazard.id,
    body: {
      id: hazard.id,
      enterpriseId: frame.enterpriseId,
      ...(riskPoint === undefined ? {} : { riskPointId: riskPoint.id }),
      description: hazard.description.trim(),
      locationText:
        hazard.locationText.trim() || riskPoint?.locationText || riskPoint?.name || stop.name,
      location: place?.location ?? stop.location,
      foundAt: foundAt.toISOString(),
      origin: defaultOrigin('grid'),
      suggestedGrade: hazard.grade,
      evidence: hazard.photos.map(({ id }) => id),
    },
  }
}
