import { MapLibreOverlay, type MapLibreOverlayProps } from '@deck.gl/maplibre'
import { Map as MapLibreMap, ScaleControl, type StyleSpecification } from 'maplibre-gl'
import { boundsOf } from './borders.ts'
import { withMargin } from './camera.ts'
import type { MapBase, MapPadding, MapView } from './types.ts'
import './worker.ts'

/** The browser has no WebGL 2, or refuses it. */
export class NoWebGlError extends Error {
  override readonly name = 'NoWebGlError'
}

interface CanvasOptions {
  readonly container: HTMLElement
  readonly style: StyleSpecification
  readonly base: MapBase
  readonly view: MapView | null
  readonly padding: MapPadding
  /** Degrees from above in which the whole district is shown. */
  readonly pitch: number
  /** Pixels drawn for a pixel of the page. */
  readonly pixelRatio: number
  /** Read out for the focused map. */
  readonly title: string
}

interface MapCanvas {
  readonly map: MapLibreMap
  readonly overlay: MapLibreOverlay
}

/** Zoom range of a district's map: from its surroundings to a single workshop. */
const ZOOMS = { minZoom: 7, maxZoom: 20 }

/** Makes the map with deck.gl in its own layer stack. @throws NoWebGlError */
export function createMapCanvas(
  options: CanvasOptions,
  overlayProps: MapLibreOverlayProps,
): MapCanvas {
  if (document.createElement('canvas').getContext('webgl2') === null)
    throw new NoWebGlError('the browser offers no WebGL 2')
  const { container, style, base, view, padding, pitch, pixelRatio, title } = options
  const map = new MapLibreMap({
    container,
    style,
    ...ZOOMS,
    ...(view === null
      ? {
          bounds: boundsOf(base.district.features),
          fitBoundsOptions: { padding: withMargin(padding), pitch },
        }
      : {
          center: [view.lon, view.lat],
          zoom: view.zoom,
          pitch: view.pitch ?? 0,
          bearing: view.bearing ?? 0,
        }),
    attributionControl: false,
    renderWorldCopies: false,
    fadeDuration: 0,
    maxPitch: 60,
    pixelRatio,
    canvasContextAttributes: { antialias: true },
    locale: { 'Map.Title': title },
  })
  const overlay = new MapLibreOverlay({
    interleaved: true,
    useDevicePixels: pixelRatio,
    ...overlayProps,
  })
  map.addControl(overlay)
  map.addControl(new ScaleControl({ maxWidth: 112, unit: 'metric' }), 'bottom-left')
  return { map, overlay }
}
