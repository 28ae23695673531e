import gcoord from 'gcoord'
import type { Datum } from '../domain/datum.ts'

export type LonLat = readonly [longitude: number, latitude: number]

/** CGCS2000 equals WGS 84 within decimetres and is taken as it is. */
const SYSTEMS = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** A position in WGS 84, to the centimetre. */
export function toWgs84(datum: Datum, [longitude, latitude]: LonLat): LonLat {
  const position: [number, number] = [longitude, latitude]
  const [x, y] =
    datum === 'gcj02' || datum === 'bd09'
      ? gcoord.transform(position, SYSTEMS[datum], gcoord.WGS84)
      : position
  return [round(x), round(y)]
}

const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** Extended WKT, as PostGIS reads a geometry column. */
export function pointText([longitude, latitude]: LonLat): string {
  return `SRID=4326;POINT(${longitude} ${latitude})`
}

/** The corners of a ring with the first again at the end; undefined where fewer than three are left. */
export function closedRing(corners: readonly LonLat[]): readonly LonLat[] | undefined {
  const [first, last] = [corners[0], corners.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const closed = first[0] === last[0] && first[1] === last[1] ? corners : [...corners, first]
  return closed.length < 4 ? undefined : closed
}

/** Extended WKT of a polygon of one ring. */
export function polygonText(ring: readonly LonLat[]): string {
  return `SRID=4326;POLYGON((${ring.map(([x, y]) => `${x} ${y}`).join(',')}))`
}
