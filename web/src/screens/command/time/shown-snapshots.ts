import { dayNumber } from '@onemap/api/domain/calendar'
import { computed, watch, type ComputedRef } from 'vue'
import type { MapSnapshots } from '../../../map/columns.ts'
import { historyAt } from '../../../map/history.ts'
import type { CommandData } from '../command-data.ts'
import type { CommandState } from '../command-state.ts'

const NOTHING_YET: MapSnapshots = { enterprises: null, riskPoints: null, hazards: null }

/** The data of the moment that is shown: live, or of the past day; nothing as long as the past has not come. */
export function useShownSnapshots(
  state: CommandState,
  data: CommandData,
): ComputedRef<MapSnapshots> {
  watch(
    () => state.day.value !== null,
    (past) => {
      if (past) void data.past.load()
    },
    { immediate: true },
  )
  return computed(() => {
    const day = state.day.value
    if (day === null) return data.snapshots.value
    const history = data.past.history.value
    return history === null ? NOTHING_YET : historyAt(history, dayNumber(day))
  })
}
