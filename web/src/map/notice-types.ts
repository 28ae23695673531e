import type { ReceiptState } from '@onemap/api/domain/neighbour-notice'
import type { Polygon } from 'geojson'
import type { LonLat } from './types.ts'

/** A notice to neighbours as the map draws it: the ring within which everybody is told, and a line to each recipient. */
export interface MapNotice {
  readonly id: string
  readonly location: LonLat
  /** Outline of the risk point; null where it is only a point. */
  readonly extent: Polygon | null
  /** Metres from the point or its outline. */
  readonly radius: number
  readonly recipients: readonly {
    readonly id: string
    readonly location: LonLat
    readonly state: ReceiptState
    /** The state in words, in the reader's language. */
    readonly word: string
    /** Written beside the place; '' where the map names it already. */
    readonly name: string
  }[]
}
