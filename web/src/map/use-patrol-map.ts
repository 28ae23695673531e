import type { Map as MapLibreMap } from 'maplibre-gl'
import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { boundsOf } from './borders.ts'
import { patrolSources, patrolStyle, type PatrolScene } from './patrol-layers.ts'
import { createPlaceCanvas } from './place-canvas.ts'
import type { LonLat, MapBase, MapLocale, MapTheme } from './types.ts'

/** What the map of a patrol is told; read anew on every drawing. */
interface PatrolMapInputs extends PatrolScene {
  readonly base: MapBase | null
  readonly theme: MapTheme
  readonly locale: MapLocale
  readonly texts: { readonly title: string; readonly wheel: string; readonly fingers: string }
}

interface PatrolMapHandle {
  readonly map: ShallowRef<MapLibreMap | null>
  /** True: the browser draws no map. */
  readonly failed: ShallowRef<boolean>
  open(container: HTMLElement): void
  draw(): void
  restyle(): void
  /** Shows the whole of one's grids. */
  showAll(): void
  show(place: LonLat): void
}

const NEAR_ZOOM = 14.5

/** The map of a patrol outside of Vue's reactivity; closed with the component. */
export function usePatrolMap(
  inputs: () => PatrolMapInputs,
  chosen: (id: string) => void,
): PatrolMapHandle {
  const map = shallowRef<MapLibreMap | null>(null)
  const failed = shallowRef(false)

  function showAll(): void {
    const { grids } = inputs()
    if (grids.length > 0) map.value?.fitBounds(boundsOf(grids), { padding: 28, duration: 0 })
  }

  function draw(): void {
    for (const [name, data] of Object.entries(patrolSources(inputs()))) {
      const source = map.value?.getSource(`patrol-${name}`)
      if (source !== undefined && 'setData' in source && typeof source.setData === 'function')
        source.setData(data)
    }
  }

  function open(container: HTMLElement): void {
    const { base, theme, locale, texts } = inputs()
    if (base === null || map.value !== null) return
    try {
      const made = createPlaceCanvas({
        container,
        base,
        style: patrolStyle(base, inputs(), { theme, locale }),
        centre: null,
        title: texts.title,
        cooperative: true,
        hints: texts,
      })
      made.on('click', ({ point: { x, y } }) => {
        const [hit] = made.queryRenderedFeatures(
          [
            [x - 12, y - 12],
            [x + 12, y + 12],
          ],
          { layers: ['patrol-stops'] },
        )
        const id: unknown = hit?.properties.id
        if (typeof id === 'string') chosen(id)
      })
      made.on('load', draw)
      map.value = made
      showAll()
    } catch {
      failed.value = true
    }
  }

  onBeforeUnmount(() => map.value?.remove())
  return {
    map,
    failed,
    open,
    draw,
    showAll,
    restyle() {
      const { base, theme, locale } = inputs()
      if (base !== null) map.value?.setStyle(patrolStyle(base, inputs(), { theme, locale }))
    },
    show: ([lon, lat]) =>
      map.value?.easeTo({
        center: [lon, lat],
        zoom: Math.max(map.value.getZoom(), NEAR_ZOOM),
        duration: 200,
      }),
  }
}
