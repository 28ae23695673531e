import gcoord from 'gcoord'
import type { Datum } from '@onemap/api/domain/datum'
import type { Geometry, Position } from '../geojson.ts'

/** CGCS2000 is within decimetres of WGS 84 and is taken as it is. */
const CRS = {
  wgs84: gcoord.WGS84,
  cgcs2000: gcoord.WGS84,
  gcj02: gcoord.GCJ02,
  bd09: gcoord.BD09,
} as const satisfies Record<Datum, unknown>

/** A position in the given datum as WGS 84. */
export function positionToWgs84([lon, lat]: Position, datum: Datum): Position {
  const crs = CRS[datum]
  return crs === gcoord.WGS84
    ? [lon, lat]
    : gcoord.transform<Position>([lon, lat], crs, gcoord.WGS84)
}

/** The way back: what a WGS 84 position reads in the given datum. */
export function positionFromWgs84([lon, lat]: Position, datum: Datum): Position {
  const crs = CRS[datum]
  return crs === gcoord.WGS84
    ? [lon, lat]
    : gcoord.transform<Position>([lon, lat], gcoord.WGS84, crs)
}

/** A geometry in the given datum as WGS 84; positions that were identical stay so. */
export function toWgs84<G extends Geometry>(geometry: G, datum: Datum): G
export function toWgs84(geometry: Geometry, datum: Datum): Geometry {
  const line = (positions: Position[]) =>
    positions.map((position) => positionToWgs84(position, datum))
  switch (geometry.type) {
    case 'LineString':
      return { ...geometry, coordinates: line(geometry.coordinates) }
    case 'MultiLineString':
    case 'Polygon':
      return { ...geometry, coordinates: geometry.coordinates.map(line) }
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(line)) }
  }
}

/** Every position of a geometry. */
export function positionsOf(geometry: Geometry): Position[] {
  switch (geometry.type) {
    case 'LineString':
      return geometry.coordinates
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.flat()
    case 'MultiPolygon':
      return geometry.coordinates.flat(2)
  }
}
