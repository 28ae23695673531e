import { RISK_LEVEL_ORDER, type RiskLevel } from '@onemap/api/domain/risk-level'
import { computed, shallowRef } from 'vue'
import { toggled } from '../../filters/toggled.ts'
import { useQueryState } from '../../filters/use-query-state.ts'
import type { Bounds } from '../../map/limit-rows.ts'
import {
  NO_FILTERS,
  type LayerId,
  type LonLat,
  type MapFilters,
  type MapSelection,
  type MapView,
} from '../../map/types.ts'
import { readCommandAddress, roundedShape, writeCommandAddress } from './address.ts'
import type { PanelId } from './panels.ts'

const CODEC = { read: readCommandAddress, write: writeCommandAddress }

/** What the command screen shows: one state in the address, read and changed by map, charts, time, tour and palette alike. */
export function useCommandState() {
  const { state, change } = useQueryState(CODEC)

  // One object as long as the filter's text is the same, so that a moved map is not a new filter.
  let last: { key: string; filters: MapFilters } | undefined
  const filters = computed(() => {
    const next = state.value.filters
    const key = JSON.stringify(next)
    if (last?.key !== key) last = { key, filters: next }
    return last.filters
  })
  /** What the map shows now; told by the map after each move. */
  const bounds = shallowRef<Bounds | null>(null)

  return {
    filters,
    selection: computed(() => state.value.selection),
    view: computed(() => state.value.view),
    toggled: computed(() => state.value.toggled),
    /** The past day that is shown, `YYYY-MM-DD` in China; null: now. */
    day: computed(() => state.value.day),
    playing: computed(() => state.value.playing),
    touring: computed(() => state.value.touring),
    shape: computed(() => state.value.shape),
    boundsOnly: computed(() => state.value.boundsOnly),
    folded: computed(() => state.value.folded),
    bounds,
    setFilters: (part: Partial<MapFilters>) =>
      change({ filters: { ...filters.value, ...part } }, 'push'),
    /** Levels stand in the order of danger, however they were chosen. */
    toggleLevel(level: RiskLevel): void {
      const { levels } = filters.value
      change(
        {
          filters: {
            ...filters.value,
            levels: RISK_LEVEL_ORDER.filter((each) => levels.includes(each) !== (each === level)),
          },
        },
        'push',
      )
    },
    /** All filters at once, as a preset sets them. */
    replaceFilters: (part: Partial<MapFilters>) =>
      change({ filters: { ...NO_FILTERS, ...part } }, 'push'),
    /** Everything that limits what is counted: filters, shape and what the map shows. */
    clear: () => change({ filters: NO_FILTERS, shape: null, boundsOnly: false }, 'push'),
    select: (selection: MapSelection | null) => change({ selection }, 'push'),
    /** The tour's choice: no step for Back. */
    visit: (selection: MapSelection | null) => change({ selection }, 'replace'),
    /** The camera came to rest; null: the whole district. */
    move: (view: MapView | null) => change({ view }, 'soon'),
    /** May be called many times a second. */
    setDay: (day: string | null) => change({ day }, 'soon'),
    setPlaying: (playing: boolean) => change({ playing }, 'replace'),
    setTouring: (touring: boolean) => change({ touring }, 'replace'),
    setShape: (shape: readonly LonLat[] | null) =>
      change({ shape: shape === null ? null : roundedShape(shape) }, 'push'),
    setBoundsOnly: (boundsOnly: boolean) => change({ boundsOnly }, 'push'),
    toggleLayer: (layer: LayerId) =>
      change({ toggled: toggled(state.value.toggled, layer) }, 'replace'),
    fold: (panel: PanelId) => change({ folded: toggled(state.value.folded, panel) }, 'replace'),
    foldAll: (panels: readonly PanelId[]) => change({ folded: panels }, 'replace'),
  }
}

export type CommandState = ReturnType<typeof useCommandState>
