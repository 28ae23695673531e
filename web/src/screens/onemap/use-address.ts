import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import {
  NO_FILTERS,
  type LayerId,
  type MapFilters,
  type MapSelection,
  type MapView,
} from '../../map/types.ts'
import { readAddress, writeAddress, type Address } from '../../filters/address.ts'
import { toggled } from '../../filters/toggled.ts'
import { keptWithin } from './within/address.ts'

/**
 * The screen's state is the address: choices make a step that Back undoes, moving the map does not.
 */
export function useAddress() {
  const route = useRoute()
  const router = useRouter()
  const address = computed(() => readAddress(route.query))

  function go(change: Partial<Address>, step: 'push' | 'replace'): void {
    // What is open of the selected thing stays open as long as it is the same thing.
    const { tab } = route.query
    void router[step]({
      query: {
        ...keptWithin(route.query),
        ...(tab === undefined || change.selection !== undefined ? {} : { tab }),
        ...writeAddress({ ...address.value, ...change }),
      },
    })
  }

  // One object as long as the filter's text is the same, so that a moved map is not a new filter.
  let last: { key: string; filters: MapFilters } | undefined
  const filters = computed(() => {
    const next = address.value.filters
    const key = JSON.stringify(next)
    if (last?.key !== key) last = { key, filters: next }
    return last.filters
  })

  return {
    filters,
    selection: computed(() => address.value.selection),
    view: computed(() => address.value.view),
    toggled: computed(() => address.value.toggled),
    setFilters: (change: Partial<MapFilters>) =>
      go({ filters: { ...filters.value, ...change } }, 'push'),
    clearFilters: () => go({ filters: NO_FILTERS }, 'push'),
    /** Typing is one step, however many letters. */
    setSearch: (q: string) =>
      go({ filters: { ...filters.value, q } }, filters.value.q === '' ? 'push' : 'replace'),
    select: (selection: MapSelection | null) => go({ selection }, 'push'),
    move: (view: MapView | null) => go({ view }, 'replace'),
    toggle: (layer: LayerId) => go({ toggled: toggled(address.value.toggled, layer) }, 'replace'),
  }
}
