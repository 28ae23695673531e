import { z } from 'zod'
import { closedRing, pointText, polygonText, toWgs84, type LonLat } from '../../db/wgs84.ts'
import { DATUM_CODES, type Datum } from '../../domain/datum.ts'
import { param, polygonParam, positionParam } from '../../http/query-params.ts'

const FARTHEST = 50_000

const metres = z
  .string()
  .regex(/^\d{1,5}(\.\d{1,3})?$/)
  .transform(Number)
  .pipe(z.number().max(FARTHEST))

/** Query parameters that say within what. */
export const AREA_PARAMS = {
  at: positionParam.optional(),
  polygon: polygonParam.optional(),
  radius: param(metres, `metres from 0 to ${FARTHEST}`).optional(),
  datum: param(
    z.enum(DATUM_CODES),
    `one of ${DATUM_CODES.join(', ')}: what the coordinates are in`,
  ).optional(),
}

interface Asked {
  readonly at?: LonLat | undefined
  readonly polygon?: readonly LonLat[] | undefined
  readonly radius?: number | undefined
  readonly datum?: Datum | undefined
}

/** Within what: a place or a shape in WGS 84, as GeoJSON and as PostGIS reads it, and metres around it. */
export interface Area {
  readonly place:
    | { type: 'Point'; coordinates: [number, number] }
    | { type: 'Polygon'; coordinates: [number, number][][] }
  readonly text: string
  readonly radius: number
}

const pair = ([lon, lat]: LonLat): [number, number] => [lon, lat]

/** What was asked for; undefined where it is neither a place with a radius nor a shape. */
export function areaOf({ at, polygon, radius, datum = 'wgs84' }: Asked): Area | undefined {
  if ((at === undefined) === (polygon === undefined)) return undefined
  if (at !== undefined) {
    const centre = toWgs84(datum, at)
    return radius === undefined
      ? undefined
      : { place: { type: 'Point', coordinates: pair(centre) }, text: pointText(centre), radius }
  }
  const closed = closedRing((polygon ?? []).map((corner) => toWgs84(datum, corner)))
  if (closed === undefined) return undefined
  return {
    place: { type: 'Polygon', coordinates: [closed.map(pair)] },
    text: polygonText(closed),
    radius: radius ?? 0,
  }
}
