import type { Map as MapLibreMap } from 'maplibre-gl'
import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import type { MapNotice } from './notice-types.ts'
import { drawNotices, fitNotices } from './notice-style.ts'
import {
  createPlaceCanvas,
  placeStyle,
  redraw,
  type PlaceDrawing,
  type PlaceMark,
} from './place-canvas.ts'
import { PALETTES } from './palette.ts'
import type { MapBase, MapLocale, MapTheme } from './types.ts'

/** Pixels kept free for names. */
const PADDING = { top: 32, right: 32, bottom: 32, left: 32 }

/** What the map of notices is told; read anew on every drawing. */
interface NoticeMapInputs {
  readonly base: MapBase | null
  readonly notices: readonly MapNotice[]
  /** The risk points by name, in the colours of their levels. */
  readonly marks: readonly PlaceMark[]
  readonly theme: MapTheme
  readonly locale: MapLocale
  readonly texts: { readonly title: string; readonly wheel: string; readonly fingers: string }
}

interface NoticeMapHandle {
  readonly map: ShallowRef<MapLibreMap | null>
  /** True: the browser draws no map. */
  readonly failed: ShallowRef<boolean>
  open(container: HTMLElement): void
  draw(): void
  restyle(): void
}

/** A small map of rings and lines, outside of Vue's reactivity; closed with the component. */
export function useNoticeMap(inputs: () => NoticeMapInputs): NoticeMapHandle {
  const map = shallowRef<MapLibreMap | null>(null)
  const failed = shallowRef(false)

  function drawing(): PlaceDrawing {
    const { marks, notices, theme } = inputs()
    return {
      area: notices.length === 1 ? (notices[0]?.extent ?? null) : null,
      line: [],
      around: marks,
      home: null,
      hex: PALETTES[theme].label,
    }
  }

  const style = (base: MapBase) =>
    placeStyle(base, drawing(), { theme: inputs().theme, locale: inputs().locale })

  function draw(): void {
    if (map.value === null) return
    redraw(map.value, drawing())
    drawNotices(map.value, inputs().notices)
  }

  function fit(): void {
    if (map.value !== null) fitNotices(map.value, inputs().notices, PADDING)
  }

  onBeforeUnmount(() => map.value?.remove())
  return {
    map,
    failed,
    open(container) {
      const { base, texts } = inputs()
      if (base === null || map.value !== null) return
      try {
        const made = createPlaceCanvas({
          container,
          base,
          style: style(base),
          centre: null,
          title: texts.title,
          cooperative: true,
          hints: texts,
        })
        map.value = made
        made.on('load', draw)
        fit()
        draw()
      } catch {
        failed.value = true
      }
    },
    draw() {
      draw()
      fit()
    },
    restyle() {
      const { base } = inputs()
      if (base !== null) map.value?.setStyle(style(base))
      draw()
    },
  }
}
