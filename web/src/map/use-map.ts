import type { PickingInfo } from '@deck.gl/core'
import type { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { baseStyle } from './basemap.ts'
import { NO_PADDING, viewOf } from './camera.ts'
import type { MapSnapshots } from './columns.ts'
import { nameEnterprises } from './enterprise-names.ts'
import { filterSnapshots } from './facets.ts'
import { drawIconAtlas } from './layers/icon-atlas.ts'
import { drawScene } from './layers/renderers.ts'
import { rememberLast, type Device, type IconAtlas, type Scene } from './layers/scene.ts'
import { NoWebGlError, createMapCanvas } from './map-canvas.ts'
import { mapText } from './texts.ts'
import { drawNotices } from './notice-style.ts'
import type { MapNotice } from './notice-types.ts'
import type {
  LayerId,
  MapBase,
  MapFailure,
  MapFilters,
  MapLocale,
  MapPadding,
  MapRing,
  MapSelection,
  MapTheme,
  MapView,
} from './types.ts'
import type { MapWithin } from './within-area.ts'

/** What the map is told; read anew on every drawing. */
export interface MapInputs {
  readonly base: MapBase | null
  readonly snapshots: MapSnapshots
  readonly filters: MapFilters
  readonly theme: MapTheme
  readonly locale: MapLocale
  readonly selection: MapSelection | null
  readonly view: MapView | null
  readonly visibleLayers: readonly LayerId[]
  readonly ring?: MapRing | null | undefined
  /** Notices to neighbours: rings, and lines by how the receipts stand. */
  readonly notices?: readonly MapNotice[] | undefined
  /** Within what is searched, and what was found. */
  readonly within?: MapWithin | null | undefined
  readonly padding?: MapPadding | undefined
  /** Degrees from above in which the whole district is shown at first. */
  readonly pitch?: number | undefined
  /** How much larger than usual the map is shown, as on a wall: drawn as sharp. */
  readonly scale?: number | undefined
  /** Heat as standing columns. */
  readonly relief?: boolean | undefined
}

interface MapEvents {
  moved(view: MapView): void
  hovered(info: PickingInfo | null): void
  clicked(info: PickingInfo | null): void
  failed(failure: MapFailure | null): void
}

interface MapHandle {
  readonly map: ShallowRef<MapLibreMap | null>
  /** Makes the map in an element, or makes it anew. */
  open(container: HTMLElement): void
  /** Draws the data for the inputs as they are now. */
  draw(): void
  /** Draws the base map for the inputs as they are now. */
  restyle(): void
  scene(): Scene | null
  /** What lies at a pixel of the map. */
  pick(x: number, y: number): PickingInfo | null
}

const coarsePointer = (): boolean => matchMedia('(pointer: coarse)').matches

/** The map and its data layers, outside of Vue's reactivity; closed with the component. */
export function useMap(inputs: MapInputs, events: MapEvents): MapHandle {
  const map = shallowRef<MapLibreMap | null>(null)
  let overlay: MapLibreOverlay | null = null
  let device: Device | null = null
  const atlasOf = rememberLast((on: Device, theme: MapTheme): IconAtlas => drawIconAtlas(on, theme))
  const visibleOf = rememberLast(
    (layers: readonly LayerId[]): ReadonlySet<LayerId> => new Set(layers),
  )

  function scene(): Scene | null {
    if (map.value === null || device === null) return null
    const bounds = map.value.getBounds()
    return {
      snapshots: inputs.snapshots,
      filtered: filterSnapshots(inputs.snapshots, inputs.filters),
      zoom: map.value.getZoom(),
      bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
      theme: inputs.theme,
      visible: visibleOf(inputs.visibleLayers),
      selection: inputs.selection,
      ring: inputs.ring ?? null,
      within: inputs.within ?? null,
      icons: atlasOf(device, inputs.theme),
      relief: inputs.relief ?? false,
    }
  }

  function draw(): void {
    const current = scene()
    if (current === null || map.value === null) return
    overlay?.setProps({ layers: drawScene(current) })
    nameEnterprises(map.value, current)
    drawNotices(map.value, inputs.notices ?? [])
  }

  const styleNow = (base: MapBase) =>
    baseStyle(base, {
      theme: inputs.theme,
      locale: inputs.locale,
      visible: visibleOf(inputs.visibleLayers),
    })

  function close(): void {
    map.value?.remove()
    map.value = null
    overlay = null
    device = null
  }

  function open(container: HTMLElement, view = inputs.view): void {
    close()
    if (inputs.base === null) return
    try {
      const made = createMapCanvas(
        {
          container,
          style: styleNow(inputs.base),
          base: inputs.base,
          view,
          padding: inputs.padding ?? NO_PADDING,
          pitch: inputs.pitch ?? 0,
          pixelRatio: devicePixelRatio * (inputs.scale ?? 1),
          title: mapText('title', inputs.locale),
        },
        {
          layers: [],
          pickingRadius: coarsePointer() ? 14 : 5,
          onDeviceInitialized: (ready) => {
            device = ready
            draw()
          },
          onHover: (info) => events.hovered(info),
          onClick: (info) => events.clicked(info),
          onError: (error) => events.failed({ reason: 'crashed', message: error.message }),
        },
      )
      overlay = made.overlay
      map.value = made.map
      listen(made.map, container)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      events.failed({ reason: cause instanceof NoWebGlError ? 'no-webgl' : 'crashed', message })
    }
  }

  function listen(made: MapLibreMap, container: HTMLElement): void {
    let drawnZoom = made.getZoom()
    made.on('load', draw)
    made.on('zoom', () => {
      if (Math.abs(made.getZoom() - drawnZoom) < 0.2) return
      drawnZoom = made.getZoom()
      draw()
    })
    made.on('moveend', () => {
      drawnZoom = made.getZoom()
      draw()
      events.moved(viewOf(made))
    })
    made.on('movestart', () => events.hovered(null))
    made.on('webglcontextlost', () =>
      events.failed({ reason: 'lost', message: 'the graphics processor was taken away' }),
    )
    // deck.gl keeps buffers of the lost context: only a new map draws them again.
    made.on('webglcontextrestored', () => {
      const view = viewOf(made)
      queueMicrotask(() => {
        open(container, view)
        events.failed(null)
      })
    })
  }

  onBeforeUnmount(close)
  return {
    map,
    open: (container) => open(container),
    draw,
    restyle() {
      if (inputs.base !== null) map.value?.setStyle(styleNow(inputs.base))
      draw()
    },
    scene,
    pick: (x, y) => overlay?.pickObject({ x, y, radius: 24 }) ?? null,
  }
}
