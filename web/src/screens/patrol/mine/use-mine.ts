import { computed, onMounted, shallowRef, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRoute, useRouter } from 'vue-router'
import type { PatrolMark } from '../../../map/patrol-layers.ts'
import { begunVisits } from '../../../offline/drafts-kept.ts'
import { useOutbox } from '../../../offline/outbox-store.ts'
import { useSession } from '../../../session/session.ts'
import { metresBetween } from '../../hazards/report/nearby.ts'
import { useDevicePosition } from '../../hazards/report/use-device-position.ts'
import { useMyPatrols } from '../queries.ts'
import { readMine, shownOf, writeMine, type MineFilters } from './address.ts'
import { nearestFirst } from './route.ts'
import { arrivedSince, isToVisit, stopsOf, type Stop } from './standing.ts'

/** One's grids as a screen shows them: what is due in the order in which it is near, and what else there is. */
export function useMine() {
  const { t } = useI18n()
  const route = useRoute()
  const router = useRouter()
  const session = useSession()
  const outbox = useOutbox()
  const query = useMyPatrols()
  const { position, ask } = useDevicePosition()
  const begun = shallowRef<ReadonlySet<string>>(new Set())
  const filters = computed(() => readMine(route.query))
  const patrols = computed(() => query.data.value?.patrols)
  const stops = computed(() =>
    stopsOf(
      patrols.value?.objects ?? [],
      outbox.entries,
      new Date(),
      arrivedSince(outbox.arrivals, query.data.value?.at),
    ),
  )
  const here = computed(() => (position.value.kind === 'found' ? position.value.location : null))
  const way = computed(() =>
    nearestFirst(
      stops.value.filter(isToVisit).toSorted((one, other) => other.daysLate - one.daysLate),
      here.value,
    ),
  )
  const rank = computed(() => new Map(way.value.map(({ id }, index) => [id, index + 1])))
  const metres = computed(() => {
    const from = here.value
    return new Map(
      from === null ? [] : stops.value.map((stop) => [stop.id, metresBetween(from, stop.location)]),
    )
  })
  const shown = computed(() =>
    shownOf(stops.value, filters.value).toSorted(
      (one, other) =>
        (rank.value.get(one.id) ?? Infinity) - (rank.value.get(other.id) ?? Infinity) ||
        one.dueOn.localeCompare(other.dueOn),
    ),
  )

  function noteOf(stop: Stop): string {
    return t(`patrol.state.${stop.state}`, { days: stop.daysLate, day: stop.dueOn.slice(5) })
  }

  onMounted(async () => {
    begun.value = new Set(await begunVisits(session.me?.id ?? '').catch(() => []))
    ask()
  })
  watch(
    () => outbox.arrived,
    () => void query.refetch(),
  )

  return {
    query,
    patrols,
    outbox,
    stops,
    shown,
    rank,
    metres,
    filters,
    position,
    ask,
    begun,
    noteOf,
    since: computed(() => query.data.value?.since ?? null),
    next: computed(() => way.value[0] ?? null),
    device: computed(() =>
      position.value.kind === 'found'
        ? { at: position.value.location.coordinates, accuracy: position.value.accuracy }
        : null,
    ),
    marks: computed((): PatrolMark[] =>
      shown.value.map((stop) => ({
        id: stop.id,
        name: stop.name,
        location: stop.location,
        level: stop.level,
        note: stop.state === 'overdue' || stop.state === 'unsent' ? noteOf(stop) : '',
        urgency: stop.state === 'overdue' ? 'late' : stop.state === 'due' ? 'now' : 'done',
        order: rank.value.get(stop.id) ?? null,
      })),
    ),
    filter: (part: Partial<MineFilters>): void =>
      void router.replace({ query: writeMine({ ...filters.value, ...part }) }),
  }
}
