import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { keepBase, keptBase } from '../offline/kept.ts'
import { useSession } from '../session/session.ts'
import { fetchBase } from './fetch-base.ts'
import type { MapBase } from './types.ts'

/** What lies under the data: boundaries, canal, grids, and where they came from. */
export function useBaseMap() {
  const session = useSession()
  const query = useQuery({
    key: ['base-map'],
    query: async () => {
      // People of the grid go where there is no network.
      const keeper = session.me?.role === 'grid' ? session.me.id : null
      try {
        const whole = await fetchBase()
        if (keeper !== null) void keepBase(keeper, whole)
        return whole
      } catch (error) {
        const kept = keeper === null ? undefined : await keptBase(keeper)
        if (kept === undefined) throw error
        return kept
      }
    },
    staleTime: 3_600_000,
  })
  return {
    base: computed<MapBase | null>(() => query.data.value ?? null),
    sources: computed(() => query.data.value?.sources ?? []),
    failed: computed(() => query.status.value === 'error'),
    reload: () => query.refetch(),
  }
}
