import { FIRST_LAYERS, LAYERS, type LayerEntry } from '../../map/layers/registry.ts'
import type { LayerId, MapBase } from '../../map/types.ts'

/** Layers this installation can show: the national base map only with a key for it. */
export function offeredLayers(base: MapBase | null): readonly LayerEntry[] {
  return LAYERS.filter(({ id }) => id !== 'tianditu' || base?.tianditu != null)
}

/** Layers as they stand after the reader's own switches. */
export function visibleLayers(
  toggled: readonly LayerId[],
  base: MapBase | null,
): readonly LayerId[] {
  return offeredLayers(base)
    .map(({ id }) => id)
    .filter((id) => FIRST_LAYERS.includes(id) !== toggled.includes(id))
}
