import { shallowRef } from 'vue'
import { sessionFetch } from '../../api.ts'
import { useLiveSnapshots } from '../../live/use-live-snapshots.ts'
import type { MapRing, MapView } from '../../map/types.ts'
import { useBaseMap } from '../../map/use-base-map.ts'
import { useHistory } from '../../map/use-history.ts'
import type { TourStop } from './tour/stops.ts'

/** The map's camera, in the hands of who leads the eye: tour, presets, palette. */
export interface CommandCamera {
  /** Flies there; at once with reduced motion. */
  flyTo(view: MapView): void
  /** The whole district beside the panels. */
  fitDistrict(): void
  /** All these places: interleaved lon, lat. */
  fitPlaces(positions: Float64Array): void
}

/** What the command screen knows: shared by its map, its charts and what leads through them. */
export function useCommandData() {
  const { base, sources, failed, reload } = useBaseMap()
  const { snapshots, states, refresh } = useLiveSnapshots()
  return {
    base,
    sources,
    baseFailed: failed,
    snapshots,
    states,
    /** The recorded past, fetched once it is wished for. */
    past: useHistory({ fetch: sessionFetch }),
    /** Set by the map as long as it stands. */
    camera: shallowRef<CommandCamera | null>(null),
    /** Ring around what is in focus, with lines to who lies within. */
    ring: shallowRef<MapRing | null>(null),
    /** Where the tour stands; null while there is none. */
    stop: shallowRef<TourStop | null>(null),
    retry: () => Promise.all([refresh(), reload()]),
  }
}

export type CommandData = ReturnType<typeof useCommandData>
