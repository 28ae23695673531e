import { RECEIPT_STATES, type ReceiptState } from '@onemap/api/domain/neighbour-notice'
import type { Label } from '@onemap/api/domain/dictionary'
import type { Polygon } from 'geojson'
import type { MapNotice } from '../../map/notice-types.ts'
import type { PlaceMark } from '../../map/place-canvas.ts'

interface Place {
  readonly coordinates: readonly [lon: number, lat: number]
}

interface Told {
  readonly location: Place
  readonly extent: Polygon | null
  readonly radius: number
  readonly recipients: readonly {
    readonly enterpriseId: string
    readonly name: string
    readonly location: Place
    readonly state: ReceiptState
  }[]
}

/** What the map draws of a notice, or of what has to be told. @param term a dictionary entry in the reader's language @param named whether the map names nobody by itself */
export function onMap(
  id: string,
  { location, extent, radius, recipients }: Told,
  term: (label: Label) => string,
  named = true,
): MapNotice {
  return {
    id,
    location: location.coordinates,
    extent,
    radius,
    recipients: recipients.map((one) => ({
      id: one.enterpriseId,
      location: one.location.coordinates,
      state: one.state,
      word: term(RECEIPT_STATES[one.state]),
      name: named ? one.name : '',
    })),
  }
}

/** The risk points of notices by name, the most dangerous on top. */
export function marksOf(
  notices: readonly (Told & { readonly riskPointName: string; readonly level: number })[],
): PlaceMark[] {
  return notices
    .toSorted((one, other) => other.level - one.level)
    .map(({ location, level, riskPointName }) => ({ location, level, name: riskPointName }))
}
