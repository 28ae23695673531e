import { overdueDays, todayInChina } from '@onemap/api/domain/overdue'
import { computed } from 'vue'
import { useOutbox } from '../../offline/outbox-store.ts'
import { arrivedSince, stopsOf, type Stop } from '../patrol/mine/standing.ts'
import { useMyPatrols, type OpenHazard } from '../patrol/queries.ts'

/** An open hazard with the object it is at, as the telephone keeps it. */
export interface KeptHazard extends OpenHazard {
  readonly overdueDays: number
  readonly object: Stop
}

/** Objects and open hazards of one's grids as they were last read. */
export function useKept() {
  const outbox = useOutbox()
  const query = useMyPatrols()
  const patrols = computed(() => query.data.value?.patrols)
  const stops = computed(() =>
    stopsOf(
      patrols.value?.objects ?? [],
      outbox.entries,
      new Date(),
      arrivedSince(outbox.arrivals, query.data.value?.at),
    ),
  )
  const hazards = computed(() => {
    const today = todayInChina(new Date())
    return stops.value
      .flatMap((object) =>
        object.hazards.map((hazard): KeptHazard => {
          const late = overdueDays(hazard, today)
          return { ...hazard, overdue: late > 0, overdueDays: late, object }
        }),
      )
      .toSorted((one, other) => (one.deadline ?? '9').localeCompare(other.deadline ?? '9'))
  })
  return {
    query,
    grids: computed(() => patrols.value?.grids ?? []),
    stops,
    hazards,
    since: computed(() => query.data.value?.since ?? null),
  }
}
