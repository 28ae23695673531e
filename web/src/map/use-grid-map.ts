import type { Map as MapLibreMap } from 'maplibre-gl'
import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { boundsOf } from './borders.ts'
import { takeHand, type GridHand, type GridMode } from './grid-hand.ts'
import { gridAt, gridStyle, lendHatchings, redrawGrids, type GridScene } from './grid-scene.ts'
import { geometryOf, type Corner, type Shape } from './grid-shapes/shape.ts'
import { createPlaceCanvas } from './place-canvas.ts'
import type { MapBase, MapLocale, MapTheme } from './types.ts'

interface GridMapInputs {
  readonly base: MapBase | null
  readonly scene: GridScene
  readonly mode: GridMode
  readonly theme: MapTheme
  readonly locale: MapLocale
  readonly title: string
}

interface GridMapEvents {
  chosen(id: string | null): void
  reshaped(shape: Shape): void
  lined(line: Corner[]): void
  drawn(shape: Shape): void
}

interface GridMapHandle {
  readonly map: ShallowRef<MapLibreMap | null>
  /** True: the browser draws no map. */
  readonly failed: ShallowRef<boolean>
  /** Whether the hand may draw. */
  readonly ready: ShallowRef<boolean>
  open(container: HTMLElement): void
  draw(): void
  restyle(): void
  /** Chooses what stands in the middle: for who uses no pointer. */
  chooseCentre(): void
  show(shape: Shape): void
}

/** The map on which grids are drawn, outside of Vue's reactivity; closed with the component. */
export function useGridMap(inputs: () => GridMapInputs, events: GridMapEvents): GridMapHandle {
  const map = shallowRef<MapLibreMap | null>(null)
  const failed = shallowRef(false)
  const ready = shallowRef(false)
  let hand: GridHand | null = null
  let oriented = false

  function chosenShape(): Shape | null {
    const { scene } = inputs()
    return scene.grids.find(({ id }) => id === scene.chosenId)?.shape ?? null
  }

  /** Looks at who is chosen to begin with; once, so that nobody's map moves under their hand. */
  function orient(): void {
    const chosen = chosenShape()
    if (map.value === null || oriented || inputs().scene.grids.length === 0) return
    oriented = true
    if (chosen !== null) show(chosen)
  }

  function draw(): void {
    if (map.value === null) return
    orient()
    redrawGrids(map.value, inputs().scene)
    hand?.take(inputs().mode, chosenShape())
  }

  function takeUp(made: MapLibreMap): void {
    lendHatchings(made)
    hand?.stop()
    hand = takeHand(made, inputs().theme, {
      reshaped: events.reshaped,
      lined: events.lined,
      drawn: events.drawn,
      borders: () => {
        const { scene, mode } = inputs()
        return scene.grids
          .filter(({ id }) => mode !== 'reshape' || id !== scene.chosenId)
          .map(({ shape }) => shape)
      },
    })
    draw()
    ready.value = true
  }

  function open(container: HTMLElement): void {
    const { base, scene, theme, locale, title } = inputs()
    if (base === null || map.value !== null) return
    try {
      const made = createPlaceCanvas({
        container,
        base,
        style: gridStyle(base, scene, { theme, locale }),
        centre: null,
        title,
        cooperative: false,
        hints: { wheel: '', fingers: '' },
      })
      made.doubleClickZoom.disable()
      // The click that finishes a drawing ends in another mode than it began: it chooses nothing.
      let pressedIn: GridMode = 'choose'
      container.addEventListener(
        'pointerdown',
        () => {
          pressedIn = inputs().mode
        },
        { capture: true },
      )
      made.on('click', ({ point }) => {
        if (pressedIn === 'choose' && inputs().mode === 'choose') events.chosen(gridAt(made, point))
      })
      made.on('load', () => takeUp(made))
      map.value = made
      orient()
    } catch {
      failed.value = true
    }
  }

  function show(shape: Shape): void {
    map.value?.fitBounds(boundsOf([{ geometry: geometryOf(shape) }]), {
      padding: 64,
      maxZoom: 15,
      duration: 0,
    })
  }

  onBeforeUnmount(() => {
    hand?.stop()
    map.value?.remove()
  })
  return {
    map,
    failed,
    ready,
    open,
    draw,
    restyle() {
      const { base, scene, theme, locale } = inputs()
      const made = map.value
      if (base === null || made === null) return
      hand?.stop()
      hand = null
      ready.value = false
      made.once('style.load', () => takeUp(made))
      made.setStyle(gridStyle(base, scene, { theme, locale }), { diff: false })
    },
    chooseCentre() {
      const container = map.value?.getContainer()
      if (map.value !== null && container !== undefined && inputs().mode === 'choose')
        events.chosen(
          gridAt(map.value, { x: container.clientWidth / 2, y: container.clientHeight / 2 }),
        )
    },
    show,
  }
}
