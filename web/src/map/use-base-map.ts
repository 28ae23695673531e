import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { parseResponse } from 'hono/client'
import { api } from '../api.ts'
import type { MapBase } from './types.ts'

/** What lies under the data: boundaries, canal, grids, and where they came from. */
export function useBaseMap() {
  const query = useQuery({
    key: ['base-map'],
    query: async () => {
      const [base, grids] = await Promise.all([parseResponse(api['base-map'].$get()), parseResponse(api.grids.$get())])
      return { ...base, grids }
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
