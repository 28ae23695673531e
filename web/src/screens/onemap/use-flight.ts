import { onScopeDispose, shallowRef, watch, type Ref } from 'vue'
import type { MapSnapshots } from '../../map/columns.ts'
import { locate } from '../../map/locate.ts'
import type { LonLat, MapBase, MapSelection, MapView } from '../../map/types.ts'

/** Close enough to tell a thing from its neighbours. */
const CLOSE = { enterprise: 15.5, 'risk-point': 17, hazard: 17 } as const

export function isSame(one: MapSelection | null, other: MapSelection | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/**
 * Where a flight to a thing ends: at the thing, or at its enterprise where the map does not show
 * the thing itself, as with a hazard that was closed long ago.
 * @returns undefined while the layer it may be in is still on its way; null if it is nowhere
 */
export function destinationOf(
  snapshots: MapSnapshots,
  selection: MapSelection,
): MapView | null | undefined {
  const layer = {
    enterprise: snapshots.enterprises,
    'risk-point': snapshots.riskPoints,
    hazard: snapshots.hazards,
  }[selection.kind]
  if (snapshots.enterprises === null || layer === null) return undefined
  const at = ([lon, lat]: LonLat, zoom: number): MapView => ({ lon, lat, zoom })
  const itself = locate(snapshots, selection)
  if (itself !== null) return at(itself, CLOSE[selection.kind])
  if (selection.kind === 'enterprise') return null
  const owner = locate(snapshots, { kind: 'enterprise', id: selection.enterpriseId })
  return owner === null ? null : at(owner, CLOSE.enterprise)
}

/** Flies to what an address names as soon as the map and the layer it is in are there. */
export function useFlight(
  snapshots: Readonly<Ref<MapSnapshots>>,
  base: Readonly<Ref<MapBase | null>>,
  flyTo: (view: MapView) => void,
) {
  const wanted = shallowRef<MapSelection | null>(null)
  const stop = watch(
    [wanted, snapshots, base],
    () => {
      if (wanted.value === null || base.value === null) return
      const destination = destinationOf(snapshots.value, wanted.value)
      if (destination === undefined) return
      wanted.value = null
      if (destination !== null) flyTo(destination)
    },
    // The map is made by the same change of its base.
    { flush: 'post' },
  )
  onScopeDispose(stop)
  return {
    begin: (selection: MapSelection): void => {
      wanted.value = selection
    },
    cancel: (): void => {
      wanted.value = null
    },
  }
}
