import type { Datum } from '@onemap/api/domain/datum'
import gcoord from 'gcoord'
import { rounded } from './ring.ts'
import type { LonLat } from './types.ts'

/** CGCS2000 equals WGS 84 within decimetres and is taken as it is. */
const SYSTEMS = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** A place written in a datum, in WGS 84. */
export function toWgs84(datum: Datum, [lon, lat]: LonLat): LonLat {
  if (datum !== 'gcj02' && datum !== 'bd09') return rounded([lon, lat])
  const [x, y] = gcoord.transform([lon, lat], SYSTEMS[datum], gcoord.WGS84)
  return rounded([x, y])
}

/** A place in WGS 84 as it is written in a datum. */
export function fromWgs84(datum: Datum, [lon, lat]: LonLat): LonLat {
  if (datum !== 'gcj02' && datum !== 'bd09') return [lon, lat]
  const [x, y] = gcoord.transform([lon, lat], gcoord.WGS84, SYSTEMS[datum])
  return rounded([x, y])
}
