import type { ReceiptState } from '@onemap/api/domain/neighbour-notice'
import type { Feature, FeatureCollection } from 'geojson'
import type { MapNotice } from './notice-types.ts'
import { reachOf } from './reach.ts'

const collection = (features: readonly Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [...features],
})

/** What is to be seen of somebody whose receipts stand differently: what most needs doing. */
const FIRST: readonly ReceiptState[] = ['late', 'not-told', 'waiting', 'signed']

type Recipient = MapNotice['recipients'][number]

function endsOf(notices: readonly MapNotice[]): Recipient[] {
  const ends = new Map<string, Recipient>()
  for (const { recipients } of notices) {
    for (const one of recipients) {
      const known = ends.get(one.id)
      if (known === undefined || FIRST.indexOf(one.state) < FIRST.indexOf(known.state))
        ends.set(one.id, one)
    }
  }
  return [...ends.values()]
}

/** Opacity of one ring's ground; of many together no more than of a few. */
const GROUND = 0.08
/** More rings than these step back behind the lines. */
const FEW = 3

/** What is drawn of some notices, by the source it belongs to: rings, lines to recipients, and the end of each. */
export function noticeFeatures(
  notices: readonly MapNotice[],
): Readonly<Record<'notice-rings' | 'notice-lines' | 'notice-ends', FeatureCollection>> {
  const ground = GROUND / Math.sqrt(Math.max(1, notices.length)) / Math.max(1, notices.length / 4)
  const edge = notices.length > FEW ? 0.4 : 0.85
  return {
    'notice-rings': collection(
      notices.map(({ location, extent, radius }) => ({
        type: 'Feature',
        properties: { name: `${radius} m`, ground, edge },
        geometry: {
          type: 'Polygon',
          coordinates: [reachOf(location, extent, radius).map(([lon, lat]) => [lon, lat])],
        },
      })),
    ),
    'notice-lines': collection(
      notices.flatMap(({ location, recipients }) =>
        recipients.map(({ location: end, state, word }): Feature => ({
          type: 'Feature',
          properties: { state, word },
          geometry: { type: 'LineString', coordinates: [[...location], [...end]] },
        })),
      ),
    ),
    'notice-ends': collection(
      endsOf(notices).map(({ location, state, name }): Feature => ({
        type: 'Feature',
        properties: { state, name },
        geometry: { type: 'Point', coordinates: [...location] },
      })),
    ),
  }
}
