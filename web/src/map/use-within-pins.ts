import type { Map as MapLibreMap, Marker } from 'maplibre-gl'
import { onBeforeUnmount, watch, type ShallowRef } from 'vue'
import { PALETTES } from './palette.ts'
import { cornerElement, pinElement, standPin } from './place-pins.ts'
import type { LonLat, MapTheme } from './types.ts'
import { placesOf, type MapWithin } from './within-area.ts'

interface WithinInputs {
  readonly within?: MapWithin | null | undefined
  readonly theme: MapTheme
}

/** Stands a pin in the middle of a ring, or at each corner of a shape that is being drawn; each can be dragged. */
export function useWithinPins(
  map: Readonly<ShallowRef<MapLibreMap | null>>,
  inputs: WithinInputs,
  moved: (index: number, to: LonLat) => void,
): void {
  let pins: Marker[] = []
  function clear(): void {
    for (const pin of pins) pin.remove()
    pins = []
  }
  watch(
    [map, () => inputs.within, () => inputs.theme],
    () => {
      clear()
      const { within, theme } = inputs
      const on = map.value
      if (on === null || !within || (within.area.kind === 'shape' && !within.placing)) return
      const { accent, mark } = PALETTES[theme]
      pins = placesOf(within.area).map((place, index) =>
        standPin(
          on,
          place,
          within.area.kind === 'ring'
            ? {
                element: pinElement(null, accent, mark),
                anchor: 'bottom',
                moved: (to) => moved(index, to),
              }
            : { element: cornerElement(accent), anchor: 'center', moved: (to) => moved(index, to) },
        ),
      )
    },
    { immediate: true },
  )
  onBeforeUnmount(clear)
}
