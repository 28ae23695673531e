import type { Map as MapLibreMap } from 'maplibre-gl'
import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  ValidateNotSelfIntersecting,
} from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { newId } from '../ui/new-id.ts'
import { cornerOf, sameShape, type Corner, type Shape } from './grid-shapes/shape.ts'
import { snapTo } from './grid-shapes/snap.ts'
import { PALETTES } from './palette.ts'
import type { MapTheme } from './types.ts'

/** What the hand does on the map: choose a grid, move corners, draw a line through, draw an area. */
export type GridMode = 'choose' | 'reshape' | 'split' | 'draw'

interface GridHandEvents {
  reshaped(shape: Shape): void
  lined(line: Corner[]): void
  drawn(shape: Shape): void
  /** Borders that corners snap to. */
  borders(): readonly Shape[]
}

/** The drawing hand; nothing of terra-draw leaves this file. */
export interface GridHand {
  /** Takes up another work; what was half drawn is dropped. */
  take(mode: GridMode, chosen: Shape | null): void
  stop(): void
}

const coarsePointer = (): boolean => matchMedia('(pointer: coarse)').matches
const PART = 'part'

/** Begins to draw on a map whose style is loaded. */
export function takeHand(map: MapLibreMap, theme: MapTheme, events: GridHandEvents): GridHand {
  const { accent, mark } = PALETTES[theme]
  const pointerDistance = coarsePointer() ? 28 : 16
  const snapping = {
    toCustom: (
      event: { lng: number; lat: number },
      {
        project,
        unproject,
      }: {
        project(lng: number, lat: number): { x: number; y: number }
        unproject(x: number, y: number): { lng: number; lat: number }
      },
    ) =>
      snapTo([event.lng, event.lat], events.borders(), {
        reach: pointerDistance * 0.75,
        project: ([lon, lat]) => {
          const { x, y } = project(lon, lat)
          return [x, y]
        },
        unproject: ([x, y]) => {
          const { lng, lat } = unproject(x, y)
          return [lng, lat]
        },
      }) ?? undefined,
  }
  const points = {
    snappingPointColor: accent,
    snappingPointOutlineColor: mark,
    closingPointColor: accent,
    closingPointOutlineColor: mark,
  }
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 7 }),
    modes: [
      new TerraDrawSelectMode({
        pointerDistance,
        allowManualDeselection: false,
        keyEvents: { deselect: null, delete: null, rotate: null, scale: null },
        flags: {
          polygon: {
            feature: {
              draggable: false,
              validation: (feature) => ValidateNotSelfIntersecting(feature),
              coordinates: {
                draggable: true,
                midpoints: true,
                deletable: true,
                snappable: snapping,
              },
            },
          },
        },
        styles: {
          selectedPolygonColor: accent,
          selectedPolygonFillOpacity: 0.16,
          selectedPolygonOutlineColor: accent,
          selectedPolygonOutlineWidth: 3,
          selectionPointColor: mark,
          selectionPointOutlineColor: accent,
          selectionPointWidth: 6,
          selectionPointOutlineWidth: 2.5,
          midPointColor: accent,
          midPointOutlineColor: mark,
          midPointWidth: 4,
          midPointOutlineWidth: 1.5,
        },
      }),
      new TerraDrawPolygonMode({
        snapping,
        pointerDistance,
        validation: (feature, { updateType }) =>
          updateType === 'finish' ? ValidateNotSelfIntersecting(feature) : { valid: true },
        styles: {
          ...points,
          fillColor: accent,
          fillOpacity: 0.16,
          outlineColor: accent,
          outlineWidth: 3,
        },
      }),
      new TerraDrawLineStringMode({
        snapping,
        pointerDistance,
        styles: { ...points, lineStringColor: accent, lineStringWidth: 3 },
      }),
    ],
  })

  const inHand = (): Shape =>
    draw
      .getSnapshot()
      .filter(
        ({ geometry, properties }) =>
          geometry.type === 'Polygon' && typeof properties[PART] === 'number',
      )
      .sort((a, b) => Number(a.properties[PART]) - Number(b.properties[PART]))
      .flatMap(({ geometry }) =>
        geometry.type === 'Polygon' ? [geometry.coordinates.map((ring) => ring.map(cornerOf))] : [],
      )

  draw.on('finish', (id, { mode }) => {
    if (mode === 'select') return events.reshaped(inHand())
    const geometry = draw.getSnapshotFeature(id)?.geometry
    // Not inside terra-draw's own event: what is reported may begin another work.
    queueMicrotask(() => {
      if (draw.enabled) draw.clear()
      if (geometry?.type === 'LineString') events.lined(geometry.coordinates.map(cornerOf))
      if (geometry?.type === 'Polygon')
        events.drawn([geometry.coordinates.map((ring) => ring.map(cornerOf))])
    })
  })
  draw.start()

  function hold(chosen: Shape): void {
    const parts = chosen.map((coordinates, part) => ({
      type: 'Feature' as const,
      id: newId(),
      properties: { mode: 'polygon', [PART]: part },
      geometry: { type: 'Polygon' as const, coordinates },
    }))
    draw.addFeatures(parts)
    const [first] = parts
    if (first !== undefined && draw.hasFeature(first.id)) draw.selectFeature(first.id)
  }

  return {
    take(mode, chosen) {
      if (mode === 'reshape' && chosen !== null) {
        if (draw.getMode() === 'select' && sameShape(inHand(), chosen)) return
        draw.setMode('select')
        draw.clear()
        return hold(chosen)
      }
      const next = mode === 'split' ? 'linestring' : mode === 'draw' ? 'polygon' : 'static'
      if (draw.getMode() === next) return
      draw.clear()
      draw.setMode(next)
    },
    stop: () => draw.enabled && draw.stop(),
  }
}
