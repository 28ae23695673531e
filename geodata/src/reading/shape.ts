import type { Label } from '@onemap/api/domain/dictionary'
import type { Geometry } from '../geojson.ts'
import type { CoordinateReader } from './coordinates.ts'

type ShapeRead = { readonly geometry: Geometry } | { readonly wrong: Label }

const PATH = 'geometry.coordinates'

/**
 * Reads a geometry, each Polygon as a MultiPolygon. What is wrong with coordinates the reader keeps.
 * @param lines whether lines will do too
 */
export function readShape(value: unknown, lines: boolean, reader: CoordinateReader): ShapeRead {
  const { type, coordinates } = isObject(value) ? value : {}
  if (type === 'Polygon')
    return {
      geometry: { type: 'MultiPolygon', coordinates: [reader.rings(coordinates, PATH)] },
    }
  if (type === 'MultiPolygon')
    return { geometry: { type, coordinates: reader.polygons(coordinates, PATH) } }
  if (lines && type === 'LineString')
    return { geometry: { type, coordinates: reader.line(coordinates, PATH) } }
  if (lines && type === 'MultiLineString')
    return { geometry: { type, coordinates: reader.lines(coordinates, PATH) } }
  return { wrong: wrongType(value, type, lines) }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function wrongType(value: unknown, type: unknown, lines: boolean): Label {
  if (value === null || value === undefined)
    return { zh: '没有图形（geometry 为空）', en: 'has no geometry' }
  const is = typeof type === 'string' ? type : JSON.stringify(value).slice(0, 40)
  return lines
    ? { zh: `图形应为线或面，现为 ${is}`, en: `must be lines or polygons, and is ${is}` }
    : {
        zh: `图形应为 Polygon 或 MultiPolygon，现为 ${is}`,
        en: `must be a Polygon or MultiPolygon, and is ${is}`,
      }
}
