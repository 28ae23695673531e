import { Marker, type Map as MapLibreMap } from 'maplibre-gl'
import { onLevel } from './palette.ts'
import { rounded } from './ring.ts'
import type { LonLat } from './types.ts'

const SVG = 'http://www.w3.org/2000/svg'

function shape<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  children: readonly Node[] = [],
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value)
  element.append(...children)
  return element
}

/** A pin in a level's colour with its numeral, or in the accent with a dot. */
export function pinElement(level: number | null, hex: string, rim: string): HTMLElement {
  const holder = document.createElement('div')
  holder.className = 'place-pin'
  const body = shape('path', {
    d: 'M16 41C16 41 29 25.5 29 15.5a13 13 0 1 0-26 0C3 25.5 16 41 16 41z',
    fill: hex,
    stroke: rim,
    'stroke-width': '1.5',
  })
  const numeral = shape(
    'text',
    {
      x: '16',
      y: '20.5',
      'text-anchor': 'middle',
      'font-size': '14',
      'font-weight': '700',
      fill: onLevel(level ?? 0),
    },
    [document.createTextNode(String(level ?? ''))],
  )
  const dot = shape('circle', { cx: '16', cy: '15.5', r: '4.5', fill: rim })
  holder.append(
    shape('svg', { width: '32', height: '42', viewBox: '0 0 32 42', 'aria-hidden': 'true' }, [
      body,
      level === null || level === 0 ? dot : numeral,
    ]),
  )
  return holder
}

interface PinOptions {
  readonly element: HTMLElement
  readonly anchor: 'bottom' | 'center'
  /** Called with where it was dropped; without it the pin stays where it is. */
  readonly moved?: (place: LonLat) => void
}

/** Stands a pin on the map. */
export function standPin(
  map: MapLibreMap,
  [lon, lat]: LonLat,
  { element, anchor, moved }: PinOptions,
): Marker {
  const marker = new Marker({ element, anchor, draggable: moved !== undefined })
    .setLngLat([lon, lat])
    .addTo(map)
  if (moved !== undefined) {
    marker.on('dragend', () => {
      const { lng, lat: north } = marker.getLngLat()
      moved(rounded([lng, north]))
    })
  }
  return marker
}

/** A corner of an area that is being drawn. */
export function cornerElement(hex: string): HTMLElement {
  const element = document.createElement('div')
  element.className = 'place-corner'
  element.style.borderColor = hex
  return element
}
