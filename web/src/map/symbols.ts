import type { EnterpriseKind } from '@onemap/api/domain/enterprise-kind'
import { OPEN_HAZARD_STATUSES, type HazardStatus } from '@onemap/api/domain/hazard'

/** A drawing as SVG path data on a 24 × 24 grid: the same in legend, map, list and card. */
export interface MapSymbol {
  /** Drawn as lines, 1.8 wide with round ends and joins. */
  readonly strokes: readonly string[]
  readonly fills: readonly string[]
}

export const SYMBOL_GRID = 24
export const SYMBOL_WEIGHT = 1.8

/** One symbol for each kind of enterprise, all in one weight. */
export const KIND_SYMBOLS = {
  // A works with a saw-tooth roof.
  general: {
    strokes: ['M4 19.5V11l5 3.2V11l5 3.2V5h6v14.5z', 'M8 19.5v-2M12 19.5v-2M16 19.5v-2'],
    fills: [],
  },
  // A warning triangle.
  'high-risk-plant': {
    strokes: ['M12 4.2 20.8 19.4H3.2z', 'M12 9.8v4.4'],
    fills: ['M12 15.9a1.15 1.15 0 1 1 0 2.3 1.15 1.15 0 0 1 0-2.3z'],
  },
  // A flame around a bolt.
  'incineration-power': {
    strokes: [
      'M12 3c.6 3.4 5.8 5.7 5.8 11a5.8 5.8 0 0 1-11.6 0c0-2.4 1.2-4 2.4-5.3.3 1.2.9 1.9 1.6 2.3C10.2 8.2 10.7 5.4 12 3z',
    ],
    fills: ['M13 11.2 9.9 15.2h1.7l-.6 3 3.1-4h-1.7z'],
  },
  // People in an open square.
  'public-area': {
    strokes: [
      'M8.5 10.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6z',
      'M15.8 11.5a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8z',
      'M3.8 18.5c.3-3 2-4.7 4.7-4.7s4.4 1.7 4.7 4.7',
      'M15.8 14.3c2.3 0 3.8 1.4 4.2 4.2',
    ],
    fills: [],
  },
} as const satisfies Readonly<Record<EnterpriseKind, MapSymbol>>

/** Four shapes tell where a hazard stands; overdue wins over the rest of what is open. */
export const HAZARD_SHAPES = ['open', 'in-hand', 'overdue', 'overdue-in-hand', 'done'] as const
export type HazardShape = (typeof HAZARD_SHAPES)[number]

/** Shape of a hazard: ring = open, half-filled = in rectification or review, ticks = overdue, dot = closed. */
export function hazardShape(status: HazardStatus | undefined, overdue: boolean): HazardShape {
  const open = OPEN_HAZARD_STATUSES.some((each) => each === status)
  if (!open) return 'done'
  const inHand = status === 'rectifying' || status === 'in-review'
  if (overdue) return inHand ? 'overdue-in-hand' : 'overdue'
  return inHand ? 'in-hand' : 'open'
}

const circle = (radius: number): string =>
  `M${12 - radius} 12a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`
const RING = 5.5
const HALF = `M12 ${12 - RING}a${RING} ${RING} 0 0 1 0 ${2 * RING}z`

function ticks(from: number, to: number): string {
  return `M12 ${12 - from}V${12 - to}M12 ${12 + from}V${12 + to}M${12 - from} 12H${12 - to}M${12 + from} 12H${12 + to}`
}

/** Symbol of a hazard; a major one has a second ring. */
export function hazardSymbol(shape: HazardShape, major: boolean): MapSymbol {
  if (shape === 'done') return { strokes: major ? [circle(5)] : [], fills: [circle(2.4)] }
  const overdue = shape === 'overdue' || shape === 'overdue-in-hand'
  const half = shape === 'in-hand' || shape === 'overdue-in-hand'
  return {
    strokes: [
      circle(RING),
      ...(major ? [circle(RING + 2.9)] : []),
      ...(overdue ? [ticks(major ? 8.4 : 5.5, major ? 11.4 : 10)] : []),
    ],
    fills: half ? [HALF] : [],
  }
}
