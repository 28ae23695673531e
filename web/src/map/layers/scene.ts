import type { Layer } from '@deck.gl/core'
import type { MapSnapshots } from '../columns.ts'
import type { Filtered } from '../facets.ts'
import type { LayerId, LonLat, MapRing, MapSelection, MapTheme } from '../types.ts'
import type { MapWithin } from '../within-area.ts'
import { drawnAt } from './registry.ts'

export type Device = Layer['context']['device']
type Texture = ReturnType<Device['createTexture']>

/** Symbols on one texture, with the place of each. */
export interface IconAtlas {
  readonly texture: Texture
  readonly mapping: Readonly<
    Record<string, { x: number; y: number; width: number; height: number }>
  >
}

/** All that the layers are drawn from. */
export interface Scene {
  readonly snapshots: MapSnapshots
  readonly filtered: Filtered
  readonly zoom: number
  /** What is in sight: west, south, east, north. */
  readonly bounds: readonly [number, number, number, number]
  readonly theme: MapTheme
  readonly visible: ReadonlySet<LayerId>
  readonly selection: MapSelection | null
  readonly ring: MapRing | null
  readonly within: MapWithin | null
  readonly icons: IconAtlas
  /** Heat as columns that stand up, for a map that is looked at from the side. */
  readonly relief: boolean
}

/** The layer of the base map below all labels: heat is drawn under it. */
export const UNDER_LABELS = 'labels-start'
/** The first label that must be read over points and hazards; enterprises stand above all labels. */
export const UNDER_NAMES = 'town-labels'

/** Location of a row in interleaved positions. */
export const locationOf = (positions: Float64Array, row: number): LonLat => [
  positions[row * 2] ?? 0,
  positions[row * 2 + 1] ?? 0,
]

/** Remembers the last answer for the last question: layers keep their data's identity, and deck.gl its attributes. */
export function rememberLast<Inputs extends readonly unknown[], Answer>(
  compute: (...inputs: Inputs) => Answer,
): (...inputs: Inputs) => Answer {
  let last: { readonly inputs: Inputs; readonly answer: Answer } | null = null
  return (...inputs) => {
    if (last !== null && last.inputs.every((value, index) => Object.is(value, inputs[index])))
      return last.answer
    last = { inputs, answer: compute(...inputs) }
    return last.answer
  }
}

/** The day whose rows are drawn, where rows have days; days since 1970-01-01 in China. */
export const dayOf = (scene: Scene): number => scene.snapshots.past?.day ?? 0

/** Whether a layer is switched on and drawn at this zoom. */
export const drawnAtScene = (id: LayerId, scene: Scene): boolean =>
  scene.visible.has(id) && drawnAt(id, scene.zoom)
