import { computed, type ComputedRef } from 'vue'
import { filterSnapshots, type FacetCounts } from '../../../map/facets.ts'
import { limitRows, type Bounds, type PlaceLimit } from '../../../map/limit-rows.ts'
import type { MapSnapshots } from '../../../map/columns.ts'
import { refDebounced } from '../../../ui/ref-debounced.ts'
import type { CommandData } from '../command-data.ts'
import type { CommandState } from '../command-state.ts'
import { useShownSnapshots } from '../time/shown-snapshots.ts'
import { figureQuery } from './figure-query.ts'
import { useServerFigures, type ServerFigures } from './queries.ts'
import { standingFrom, standingOf, type Standing } from './standing.ts'

/** The server is asked once the hand rests. */
const AT_REST_MS = 250
const DEGREES = 1e5

/** To the metre: the browser and the server compare with the very same numbers. */
const rounded = ([west, south, east, north]: Bounds): Bounds => [
  Math.floor(west * DEGREES) / DEGREES,
  Math.floor(south * DEGREES) / DEGREES,
  Math.ceil(east * DEGREES) / DEGREES,
  Math.ceil(north * DEGREES) / DEGREES,
]

export interface CommandFigures {
  /** Counted from the map's columns as soon as they are here; null before. */
  readonly counts: ComputedRef<FacetCounts | null>
  /** Rows that are counted. */
  readonly rows: ComputedRef<MapSnapshots>
  /** What only the server can count; null until its first answer. */
  readonly server: ComputedRef<ServerFigures | null>
  readonly failed: ComputedRef<boolean>
  readonly standing: ComputedRef<Standing | null>
  /** When what stands was counted, ISO 8601; null before. */
  readonly asOf: ComputedRef<string | null>
}

/** All figures of the screen under the filters, the place and the day in force. */
export function useFigures(state: CommandState, data: CommandData): CommandFigures {
  const shown = useShownSnapshots(state, data)
  const bounds = computed(() =>
    state.boundsOnly.value && state.bounds.value !== null ? rounded(state.bounds.value) : null,
  )
  const limit = computed<PlaceLimit | null>(() =>
    state.shape.value === null && bounds.value === null
      ? null
      : { shape: state.shape.value, bounds: bounds.value },
  )
  const rows = computed(() =>
    limit.value === null ? shown.value : limitRows(shown.value, limit.value),
  )
  const here = computed(
    () =>
      rows.value.enterprises !== null &&
      rows.value.riskPoints !== null &&
      rows.value.hazards !== null,
  )
  const counts = computed(() =>
    here.value ? filterSnapshots(rows.value, state.filters.value).counts : null,
  )

  const query = computed(() =>
    figureQuery(state.filters.value, state.day.value, bounds.value, state.shape.value),
  )
  const { figures: server, failed } = useServerFigures(refDebounced(query, AT_REST_MS))

  return {
    counts,
    rows,
    server,
    failed,
    standing: computed(() => {
      if (counts.value !== null) return standingOf(counts.value)
      return server.value === null ? null : standingFrom(server.value)
    }),
    asOf: computed(() => {
      if (counts.value === null) return server.value?.asOf ?? null
      const hazards = data.states.hazards
      return hazards.status === 'ready'
        ? hazards.checkedAt.toISOString()
        : hazards.status === 'stale'
          ? hazards.asOf
          : (rows.value.hazards?.asOf ?? null)
    }),
  }
}
