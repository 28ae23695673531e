import type { Feature, FeatureCollection } from 'geojson'
import type { MapNotice } from './notice-types.ts'
import { reachOf } from './reach.ts'

const collection = (features: readonly Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features: [...features] })

/** What is drawn of some notices, by the source it belongs to: rings, lines to recipients, and their ends. */
export function noticeFeatures(notices: readonly MapNotice[]): Readonly<Record<'notice-rings' | 'notice-lines' | 'notice-ends', FeatureCollection>> {
  return {
    'notice-rings': collection(notices.map(({ location, extent, radius }) => ({
      type: 'Feature', properties: { name: `${radius} m` }, geometry: { type: 'Polygon', coordinates: [reachOf(location, extent, radius).map(([lon, lat]) => [lon, lat])] },
    }))),
    'notice-lines': collection(notices.flatMap(({ location, recipients }) => recipients.map(({ location: end, state, word }): Feature => ({
      type: 'Feature', properties: { state, word }, geometry: { type: 'LineString', coordinates: [[...location], [...end]] },
    })))),
    'notice-ends': collection(notices.flatMap(({ recipients }) => recipients.map(({ location, state }): Feature => ({
      type: 'Feature', properties: { state }, geometry: { type: 'Point', coordinates: [...location] },
    })))),
  }
}
