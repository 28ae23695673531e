import type { HazardOrigin } from '@onemap/api/domain/hazard'
import { defaultOrigin, originsFor } from '@onemap/api/domain/hazard-origins'
import type { PlacePoint } from '../../../map/ring.ts'
import { computed, watch } from 'vue'
import { useRoute } from 'vue-router'
import { useDraft } from '../../../session/drafts.ts'
import { useSession } from '../../../session/session.ts'
import { newId } from '../../../ui/new-id.ts'
import { useEnterpriseOf, useRiskPointsOf } from '../queries.ts'
import { useKeptEvidence } from '../kept-evidence.ts'
import { choosePlace } from './choose-place.ts'
import { nearest } from './nearby.ts'
import { aboutOf } from './report-address.ts'
import { EMPTY_REPORT } from './report-draft.ts'
import { useDevicePosition } from './use-device-position.ts'

const POINTS_SHOWN = 8
/** A risk point so near gives the place its name, in metres. */
const AT_POINT_METRES = 60

/** A report as it is being filled in: what is typed, and what stands for the rest. */
export function useReport() {
  const session = useSession()
  const { draft, forget } = useDraft('hazard-report', EMPTY_REPORT, { inTab: true })
  const { files, forgetFiles } = useKeptEvidence('hazard-report', { inTab: true })
  const { files: afterFiles, forgetFiles: forgetAfter } = useKeptEvidence('hazard-report-after', {
    inTab: true,
  })
  const { position, ask } = useDevicePosition()
  const own = computed(() => session.me?.enterpriseId ?? null)

  if (draft.id === '') draft.id = newId()
  const about = aboutOf(useRoute().query)
  const asked = JSON.stringify(about)
  // The address begins a report; opened again, it does not undo what was chosen since.
  if (asked !== draft.asked) {
    const elsewhere = about.enterpriseId !== undefined && about.enterpriseId !== draft.enterpriseId
    Object.assign(
      draft,
      elsewhere ? { enterpriseName: '', riskPointId: '', locationText: '', picked: '' } : {},
      { linkedTo: '' },
      about,
      about.riskPointId === undefined ? {} : { picked: '' },
      { asked },
    )
  }
  watch(
    own,
    (id) => {
      if (id !== null) draft.enterpriseId = id
    },
    { immediate: true },
  )

  const { data: enterprise } = useEnterpriseOf(() => draft.enterpriseId)
  const { data: riskPoints } = useRiskPointsOf(() => draft.enterpriseId)
  watch(
    () => draft.enterpriseId,
    (_now, before) => {
      if (before !== '') draft.riskPointId = ''
    },
  )

  const role = computed(() => session.me?.role ?? 'enterprise')
  const origins = computed(() => originsFor(role.value))
  const origin = computed<HazardOrigin>(
    () => origins.value.find((code) => code === draft.origin) ?? defaultOrigin(role.value),
  )
  const picked = computed<PlacePoint | null>(() => {
    const [lon, lat] = draft.picked.split(',').map(Number)
    return lon === undefined || lat === undefined
      ? null
      : { type: 'Point' as const, coordinates: [lon, lat] satisfies [number, number] }
  })
  const riskPoint = computed(
    () => riskPoints.value?.find(({ id }) => id === draft.riskPointId) ?? null,
  )
  const place = computed(() =>
    choosePlace({
      picked: picked.value,
      riskPoint: riskPoint.value?.location ?? null,
      photo: files.value.find(({ location }) => location !== null)?.location ?? null,
      device: position.value.kind === 'found' ? position.value : null,
      enterprise: enterprise.value?.location ?? null,
    }),
  )
  const points = computed(() =>
    place.value === null ? [] : nearest(riskPoints.value ?? [], place.value.location, POINTS_SHOWN),
  )
  /** What the place is called when nobody types it. */
  const usualPlace = computed(() => {
    if (riskPoint.value !== null) return riskPoint.value.locationText || riskPoint.value.name
    const [closest] = points.value
    if (
      closest !== undefined &&
      place.value?.source !== 'enterprise' &&
      closest.metres <= AT_POINT_METRES
    )
      return closest.locationText || closest.name
    return enterprise.value?.name ?? ''
  })

  return {
    draft,
    files,
    afterFiles,
    position,
    ask,
    own,
    enterprise,
    origins,
    origin,
    place,
    points,
    usualPlace,
    pick: ({ coordinates: [lon = 0, lat = 0] }: PlacePoint): void => {
      draft.picked = `${lon.toFixed(6)},${lat.toFixed(6)}`
    },
    choosePoint: (id: string): void => {
      draft.riskPointId = draft.riskPointId === id ? '' : id
      draft.picked = ''
    },
    /** Empties the form for the next report of the same enterprise. */
    begin: (): void => {
      const { enterpriseId, enterpriseName } = draft
      forget()
      forgetFiles()
      forgetAfter()
      Object.assign(draft, { id: newId(), enterpriseId, enterpriseName, asked })
    },
  }
}
