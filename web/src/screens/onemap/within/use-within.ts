import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { crosses } from '../../../map/ring.ts'
import type { LonLat, MapFilters } from '../../../map/types.ts'
import {
  dragged,
  placed,
  placesOf,
  type MapWithin,
  type WithinArea,
} from '../../../map/within-area.ts'
import { readWithin, USUAL_RADIUS, withinQuery, writeWithin } from './address.ts'
import { useWithinAnswer } from './queries.ts'

/** A slider moves faster than questions are answered: asked once it stands still for so long. */
const SETTLED_MS = 250

const unplaced = (kind: WithinArea['kind']): WithinArea =>
  kind === 'ring' ? { kind, centre: null, radius: USUAL_RADIUS } : { kind, corners: [], radius: 0 }

/** "What is within N metres of here": the area stands in the address; a slider runs ahead of it. */
export function useWithin(filters: Readonly<Ref<MapFilters>>) {
  const route = useRoute()
  const router = useRouter()
  const asked = computed(() => readWithin(route.query))
  /** What a slider shows before it stands still. */
  const ahead = shallowRef<WithinArea | null>(null)
  const area = computed(() => ahead.value ?? asked.value)
  const placing = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => (asked.value === null ? '' : writeWithin(asked.value)),
    () => {
      ahead.value = null
      if (asked.value === null) placing.value = false
      else if (
        asked.value.kind === 'ring' ? asked.value.centre === null : asked.value.corners.length < 3
      )
        placing.value = true
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))

  function go(next: WithinArea | null, step: 'push' | 'replace'): void {
    clearTimeout(timer)
    const { within: _, ...rest } = route.query
    void router[step]({ query: next === null ? rest : { ...rest, within: writeWithin(next) } })
  }

  const isCrossing = computed(() => area.value?.kind === 'shape' && crosses(area.value.corners))
  const query = computed(() =>
    asked.value === null || (asked.value.kind === 'shape' && crosses(asked.value.corners))
      ? null
      : withinQuery(asked.value, filters.value),
  )
  const answer = useWithinAnswer(query)
  const found = computed(() => (query.value === null ? undefined : answer.data.value))

  const onMap = computed<MapWithin | null>(() =>
    area.value === null
      ? null
      : {
          area: area.value,
          placing: placing.value,
          targets: (found.value?.items ?? []).map(
            ({
              id,
              location: {
                coordinates: [lon = 0, lat = 0],
              },
            }) => ({ id, location: [lon, lat] }),
          ),
        },
  )

  return {
    area,
    placing,
    isCrossing,
    query,
    found,
    onMap,
    status: answer.status,
    error: answer.error,
    retry: () => void answer.refetch(),
    /** Begins around a place, or with a tap on the map. */
    open: (centre: LonLat | null) => go({ kind: 'ring', centre, radius: USUAL_RADIUS }, 'push'),
    close: () => go(null, 'push'),
    change: (kind: WithinArea['kind']) => go(unplaced(kind), 'push'),
    place(location: LonLat) {
      if (area.value === null) return
      const first = placesOf(area.value).length === 0
      if (area.value.kind === 'ring') placing.value = false
      go(placed(area.value, location), first ? 'push' : 'replace')
    },
    drag(index: number, location: LonLat) {
      if (area.value !== null) go(dragged(area.value, index, location), 'replace')
    },
    setCorners(corners: readonly LonLat[]) {
      if (area.value?.kind === 'shape') go({ ...area.value, corners }, 'replace')
    },
    undo() {
      if (area.value?.kind === 'shape')
        go({ ...area.value, corners: area.value.corners.slice(0, -1) }, 'replace')
    },
    clear() {
      placing.value = true
      if (area.value !== null)
        go({ ...unplaced(area.value.kind), radius: area.value.radius }, 'replace')
    },
    setRadius(radius: number) {
      if (area.value === null) return
      const next = { ...area.value, radius }
      ahead.value = next
      clearTimeout(timer)
      timer = setTimeout(() => go(next, 'replace'), SETTLED_MS)
    },
  }
}
export type WithinSearch = ReturnType<typeof useWithin>
