import { defaultOrigin, originsFor } from '@onemap/api/domain/hazard-origins'
import { HAZARD_GRADE_CODES, type HazardOrigin } from '@onemap/api/domain/hazard'
import { computed, shallowRef, toRaw } from 'vue'
import { useRoute } from 'vue-router'
import { upload, UploadFailure } from '../../../evidence/upload.ts'
import type { PlacePoint } from '../../../map/ring.ts'
import { keepInOrder } from '../../../offline/keep-in-order.ts'
import type { KeptReport } from '../../../offline/kept-report.ts'
import type { HazardEntry, PhotoEntry } from '../../../offline/outbox-entry.ts'
import { useOutbox } from '../../../offline/outbox-store.ts'
import { dropReport, NEW_REPORT, readReport, writeReport } from '../../../offline/report-kept.ts'
import type { KeptPhoto } from '../../../offline/visit-draft.ts'
import { useSession } from '../../../session/session.ts'
import { newId } from '../../../ui/new-id.ts'
import { useKeptPhotos } from '../../patrol/visit/kept-photos.ts'
import { useMyPatrols } from '../../patrol/queries.ts'
import { choosePlace } from './choose-place.ts'
import { nearest } from './nearby.ts'
import { aboutOf } from './report-address.ts'
import { EMPTY_REPORT, type ReportDraft } from './report-draft.ts'
import { useDevicePosition } from './use-device-position.ts'

const POINTS_SHOWN = 8
/** A risk point so near gives the place its name, in metres. */
const AT_POINT_METRES = 60

/** A report that was handed over. */
export interface HandedReport {
  readonly id: string
  readonly enterpriseId: string
  readonly enterpriseName: string
  readonly description: string
}

/**
 * A hazard that somebody of the grid reports outside a visit: from what the telephone keeps, kept at every step, and
 * handed over for sending whether there is a network or not.
 */
export function useGridReport() {
  const session = useSession()
  const outbox = useOutbox()
  const account = session.me?.id ?? ''
  const { edit } = useRoute().query
  const slot = typeof edit === 'string' ? edit : NEW_REPORT
  const query = useMyPatrols()
  const { position, ask } = useDevicePosition()
  const report = shallowRef<KeptReport | null>(null)
  const { unkept, keep, end, resume } = keepInOrder(writeReport)
  const objects = computed(() => query.data.value?.patrols.objects ?? [])

  const about = aboutOf(useRoute().query)
  const begun = (texts: Partial<ReportDraft>): KeptReport => ({
    account,
    slot,
    texts: { ...EMPTY_REPORT, ...texts, id: newId() },
    photos: [],
    foundAt: new Date(),
    returned: null,
  })
  /** The address begins a report; opened again, it does not undo what was chosen since. */
  function asAsked(kept: KeptReport): KeptReport {
    const asked = JSON.stringify(about)
    if (slot !== NEW_REPORT || kept.texts['asked'] === asked) return kept
    const elsewhere =
      about.enterpriseId !== undefined && about.enterpriseId !== kept.texts['enterpriseId']
    const cleared = { enterpriseName: '', riskPointId: '', locationText: '', picked: '' }
    return {
      ...kept,
      texts: { ...kept.texts, ...(elsewhere ? cleared : {}), linkedTo: '', ...about, asked },
    }
  }
  void readReport(account, slot)
    .catch(() => undefined)
    .then((kept) => {
      report.value = asAsked(kept ?? begun({}))
    })

  function patch(part: Partial<Pick<KeptReport, 'texts' | 'photos'>>): void {
    if (report.value === null) return
    const { photos: before, texts, foundAt } = report.value
    // It is found when the first of it is written down.
    const untouched = before.length === 0 && (texts['description'] ?? '') === ''
    const changed = { ...report.value, ...part, foundAt: untouched ? new Date() : foundAt }
    if (keep(changed)) report.value = changed
  }
  const text = (name: keyof ReportDraft) =>
    computed({
      get: () => report.value?.texts[name] ?? '',
      set: (value: string) => patch({ texts: { ...report.value?.texts, [name]: value } }),
    })
  function write(texts: Partial<ReportDraft>): void {
    patch({ texts: { ...report.value?.texts, ...texts } })
  }

  const enterpriseId = computed({
    get: () => report.value?.texts['enterpriseId'] ?? '',
    set: (id: string) => {
      if (id !== enterpriseId.value) write({ enterpriseId: id, riskPointId: '' })
    },
  })
  const object = computed(() => objects.value.find(({ id }) => id === enterpriseId.value) ?? null)
  const riskPointId = text('riskPointId')
  const pickedText = text('picked')
  const origin = computed<HazardOrigin>(
    () =>
      originsFor('grid').find((code) => code === report.value?.texts['origin']) ??
      defaultOrigin('grid'),
  )
  const picked = computed<PlacePoint | null>(() => {
    const [lon, lat] = pickedText.value.split(',').map(Number)
    return lon === undefined || lat === undefined
      ? null
      : { type: 'Point' as const, coordinates: [lon, lat] satisfies [number, number] }
  })
  const riskPoint = computed(
    () => object.value?.riskPoints.find(({ id }) => id === riskPointId.value) ?? null,
  )
  const photos = computed(() => report.value?.photos ?? [])
  const taken = computed<PlacePoint | null>(() => {
    const at = photos.value.find((photo) => photo.position !== null)?.position ?? null
    return at === null ? null : { type: 'Point' as const, coordinates: [at[0], at[1]] }
  })
  const place = computed(() =>
    choosePlace({
      picked: picked.value,
      riskPoint: riskPoint.value?.location ?? null,
      photo: taken.value,
      device: position.value.kind === 'found' ? position.value : null,
      enterprise: object.value?.location ?? null,
    }),
  )
  const points = computed(() =>
    place.value === null || object.value === null
      ? []
      : nearest(object.value.riskPoints, place.value.location, POINTS_SHOWN),
  )
  /** What the place is called when nobody types it. */
  const usualPlace = computed(() => {
    if (riskPoint.value !== null) return riskPoint.value.locationText || riskPoint.value.name
    const [closest] = points.value
    const near = closest !== undefined && closest.metres <= AT_POINT_METRES
    if (near && place.value?.source !== 'enterprise') return closest.locationText || closest.name
    return object.value?.name ?? ''
  })

  /** Hands a photograph in while the rest is filled in; without an answer it is handed in with the report. */
  async function deliver(
    { id, name, file, position: at, takenAt = null }: KeptPhoto,
    onProgress: (part: number) => void,
    stop: AbortSignal,
  ): Promise<string | null> {
    const target = enterpriseId.value
    if (target === '' || outbox.away) return null
    try {
      await upload(
        { enterpriseId: target, id, file: asFile(file, name), position: at, takenAt },
        onProgress,
        stop,
      )
      return target
    } catch (error) {
      if (stop.aborted || (error instanceof UploadFailure && error.final)) throw error
      return null
    }
  }
  const { model: files, keeper } = useKeptPhotos({
    // It belongs to whatever enterprise is chosen in the end.
    enterpriseId: () => slot,
    photos: () => photos.value,
    set: (list) => patch({ photos: list }),
    position: () => (position.value.kind === 'found' ? position.value.location.coordinates : null),
    deliver,
  })

  /** Hands the report over. @throws where the device keeps nothing */
  async function send(): Promise<HandedReport | null> {
    const [now, at, standing] = [new Date(), place.value, report.value]
    if (standing === null || at === null || object.value === null) return null
    await end()
    const entries = entriesOfReport(standing, {
      enterpriseName: object.value.name,
      location: at.location,
      usualPlace: usualPlace.value,
      origin: origin.value,
      now,
    })
    try {
      await outbox.sendReport(entries, standing)
    } catch (error) {
      resume()
      throw error
    }
    const { id = '', description = '' } = standing.texts
    const { id: of, name } = object.value
    report.value = begun({ enterpriseId: of, enterpriseName: name })
    resume()
    return { id, description, enterpriseId: of, enterpriseName: name }
  }

  return {
    query,
    objects,
    object,
    report,
    unkept,
    position,
    ask,
    files,
    keeper,
    enterpriseId,
    enterpriseName: text('enterpriseName'),
    description: text('description'),
    locationText: text('locationText'),
    placeReason: text('placeReason'),
    suggestedGrade: text('suggestedGrade'),
    riskPointId,
    linkedTo: text('linkedTo'),
    origin,
    setOrigin: (code: string): void => write({ origin: code }),
    place,
    points,
    usualPlace,
    pick: ({ coordinates: [lon = 0, lat = 0] }: PlacePoint): void =>
      write({ picked: `${lon.toFixed(6)},${lat.toFixed(6)}` }),
    choosePoint: (id: string): void =>
      write({ riskPointId: riskPointId.value === id ? '' : id, picked: '' }),
    send,
    /** Deletes a report that came back. */
    async giveUp(): Promise<void> {
      await end()
      await dropReport(account, slot)
    },
  }
}

const asFile = (file: Blob, name: string): File =>
  file instanceof File ? file : new File([file], name, { type: file.type })

/** What is sent of a finished report: its photographs, then the hazard. */
function entriesOfReport(
  { account, texts, photos, foundAt }: KeptReport,
  {
    enterpriseName,
    location,
    usualPlace,
    origin,
    now,
  }: {
    readonly enterpriseName: string
    readonly location: PlacePoint
    readonly usualPlace: string
    readonly origin: HazardOrigin
    readonly now: Date
  },
): (PhotoEntry | HazardEntry)[] {
  const {
    id = '',
    enterpriseId = '',
    description = '',
    locationText = '',
    riskPointId = '',
    suggestedGrade = '',
    placeReason = '',
    linkedTo = '',
  } = texts
  const frame = { account, enterpriseId, enterpriseName, queuedAt: now, refusal: null }
  const grade = HAZARD_GRADE_CODES.find((code) => code === suggestedGrade)
  const hazard: HazardEntry = {
    ...frame,
    kind: 'hazard',
    id,
    body: {
      id,
      enterpriseId,
      description: description.trim(),
      locationText: locationText.trim() || usualPlace,
      location: toRaw(location),
      origin,
      foundAt: foundAt.toISOString(),
      evidence: photos.map((photo) => photo.id),
      ...(riskPointId === '' ? {} : { riskPointId }),
      ...(grade === undefined ? {} : { suggestedGrade: grade }),
      ...(placeReason.trim() === '' ? {} : { placeReason: placeReason.trim() }),
      ...(linkedTo === '' ? {} : { linkedTo }),
    },
  }
  return [
    ...photos.map(
      ({ id: photoId, name, file, position, takenAt = null, uploadedTo }): PhotoEntry => ({
        ...frame,
        kind: 'photo',
        id: photoId,
        name,
        file,
        position,
        takenAt,
        uploadedAt: uploadedTo === enterpriseId ? now : null,
      }),
    ),
    hazard,
  ]
}
