import type { GeoJSONSource, Map as MapLibreMap, StyleSpecification } from 'maplibre-gl'
import { onBeforeUnmount, shallowRef, type ShallowRef } from 'vue'
import { baseStyle } from './basemap.ts'
import { boundsOf } from './borders.ts'
import {
  CHOSEN_LAYERS,
  COVERAGE_FILL,
  coverageLayers,
  coverageSources,
  HATCH,
  hatch,
  isChosen,
  type GridShade,
} from './layers/grid-coverage.ts'
import { createPlaceCanvas } from './place-canvas.ts'
import type { MapBase, MapLocale, MapTheme } from './types.ts'

/** What the map of shaded grids is told; read anew on every drawing. */
export interface CoverageInputs {
  readonly base: MapBase | null
  readonly shades: readonly GridShade[]
  readonly steps: readonly number[]
  readonly chosen: string | null
  readonly theme: MapTheme
  readonly locale: MapLocale
  readonly texts: { readonly title: string; readonly wheel: string; readonly fingers: string }
}

interface CoverageHandle {
  readonly map: ShallowRef<MapLibreMap | null>
  /** True: the browser draws no map. */
  readonly failed: ShallowRef<boolean>
  open(container: HTMLElement): void
  /** Draws shades and choice as they are now. */
  draw(): void
  /** Draws everything anew: another theme or language. */
  restyle(): void
  /** Chooses what stands in the middle of the map. */
  pickCentre(): void
  /** Shows the grids that have a shade where they are few, as a grid's own, else the district. */
  fit(): void
}

const PADDING = 16

/** The map of shaded grids outside of Vue's reactivity; closed with the component. @param picked null: beside all grids */
export function useGridCoverage(
  inputs: () => CoverageInputs,
  picked: (gridId: string | null) => void,
): CoverageHandle {
  const map = shallowRef<MapLibreMap | null>(null)
  const failed = shallowRef(false)

  function styleNow(base: MapBase): StyleSpecification {
    const { shades, steps, chosen, theme, locale } = inputs()
    const style = baseStyle(base, { theme, locale, visible: new Set(['canal', 'towns']) })
    const { areas, labels } = coverageSources(base.grids, shades, { steps, theme })
    // The names of towns and the canal give way to those of the grids.
    const under = style.layers.filter(({ type }) => type !== 'symbol')
    return {
      ...style,
      sources: {
        ...style.sources,
        coverage: { type: 'geojson', data: areas, tolerance: 0.2 },
        'coverage-labels': { type: 'geojson', data: labels },
      },
      layers: [...under, ...coverageLayers(theme, chosen)],
    }
  }

  /** The stripes are gone with every new style, and their grey is the theme's. */
  function hatched(made: MapLibreMap): void {
    if (!made.hasImage(HATCH)) made.addImage(HATCH, hatch(inputs().theme))
  }

  function pickAt(x: number, y: number): void {
    const hits = map.value?.queryRenderedFeatures([x, y], { layers: [COVERAGE_FILL] }) ?? []
    const id: unknown = hits[0]?.properties['id']
    picked(typeof id === 'string' ? id : null)
  }

  function fit(): void {
    const { base, shades } = inputs()
    if (base === null || map.value === null) return
    const shaded = new Set(shades.map(({ gridId }) => gridId))
    const own = base.grids.features.filter(({ properties }) => shaded.has(properties.id))
    map.value.fitBounds(
      boundsOf(
        own.length === 0 || own.length > base.grids.features.length / 2
          ? base.district.features
          : own,
      ),
      { padding: PADDING, duration: 0 },
    )
  }

  function open(container: HTMLElement): void {
    const { base, texts } = inputs()
    if (base === null || map.value !== null) return
    try {
      const made = createPlaceCanvas({
        container,
        base,
        style: styleNow(base),
        centre: null,
        title: texts.title,
        cooperative: true,
        hints: texts,
      })
      made.on('style.load', () => hatched(made))
      made.on('click', ({ point }) => pickAt(point.x, point.y))
      made.on('mousemove', ({ point }) => {
        const over =
          made.getLayer(COVERAGE_FILL) !== undefined &&
          made.queryRenderedFeatures([point.x, point.y], { layers: [COVERAGE_FILL] }).length > 0
        made.getCanvas().style.cursor = over ? 'pointer' : ''
      })
      map.value = made
      fit()
    } catch {
      failed.value = true
    }
  }

  onBeforeUnmount(() => map.value?.remove())
  return {
    map,
    failed,
    open,
    fit,
    draw() {
      const { base, shades, steps, chosen, theme } = inputs()
      if (base === null || map.value === null) return
      const { areas, labels } = coverageSources(base.grids, shades, { steps, theme })
      map.value.getSource<GeoJSONSource>('coverage')?.setData(areas)
      map.value.getSource<GeoJSONSource>('coverage-labels')?.setData(labels)
      for (const layer of CHOSEN_LAYERS)
        if (map.value.getLayer(layer) !== undefined) map.value.setFilter(layer, isChosen(chosen))
    },
    restyle() {
      const { base } = inputs()
      if (base !== null) map.value?.setStyle(styleNow(base), { diff: false })
    },
    pickCentre() {
      const canvas = map.value?.getCanvas()
      if (canvas !== undefined) pickAt(canvas.clientWidth / 2, canvas.clientHeight / 2)
    },
  }
}
