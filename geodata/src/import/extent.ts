import { DATUM_CODES, DATUMS, type Datum } from '@onemap/api/domain/datum'
import type { Position } from '../geojson.ts'
import type { Incoming } from '../store/stage.ts'
import { positionFromWgs84, positionsOf, positionToWgs84 } from './datum.ts'

/** [west, south, east, north] in degrees. */
export type Box = readonly [number, number, number, number]

/** How far outside the district a layer may reach, in degrees (0.05° is about 5 km). */
export const REACH = 0.05
/** The same for neighbouring counties, which are larger than the district. */
export const REACH_OF_NEIGHBOURS = 1.5

/** Features that lie outside the box by more than `reach`. */
export function outside(
  features: readonly Incoming[],
  [west, south, east, north]: Box,
  reach: number,
): string[] {
  return features.flatMap(({ no, name, geometry }) => {
    const far = positionsOf(geometry).find(
      ([lon, lat]) =>
        lon < west - reach || lon > east + reach || lat < south - reach || lat > north + reach,
    )
    return far
      ? [
          `第 ${no} 个要素 ${name}：坐标 ${far.join(', ')} 远离本区（约 ${west.toFixed(2)}–${east.toFixed(2)}°E，${south.toFixed(2)}–${north.toFixed(2)}°N）`,
        ]
      : []
  })
}

/** Metres a covering layer's middle may lie from the district's middle before another datum is thought of. */
const SUSPICIOUS = 300
/** Metres within which that other datum must bring it. */
const CONVINCING = 150

/**
 * Why the file was more likely written in another datum: for layers that cover the whole district, the one
 * that brings their middle onto the district's when the stated one does not. GCJ-02 differs by about 545 m here.
 *
 * @param read the middle of the layer, read in `stated` and converted to WGS 84
 * @returns null when the stated datum fits, or when none does
 */
export function likelierDatum(stated: Datum, read: Position, district: Position): string | null {
  const offset = metres(read, district)
  if (offset < SUSPICIOUS) return null
  const raw = positionFromWgs84(read, stated)
  const [best] = DATUM_CODES.filter((datum) => datum !== stated)
    .map((datum) => ({ datum, offset: metres(positionToWgs84(raw, datum), district) }))
    .sort((a, b) => a.offset - b.offset)
  return best === undefined || best.offset > CONVINCING
    ? null
    : `按 ${DATUMS[stated].zh} 读取，图层中心偏离本区 ${Math.round(offset)} 米；按 ${DATUMS[best.datum].zh} 读取只偏 ${Math.round(best.offset)} 米，疑为坐标系填错，请改用 --datum ${best.datum}`
}

/** Metres between two near positions. */
export function metres([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const degree = 111_195
  return Math.hypot(
    (lon1 - lon2) * degree * Math.cos((lat1 * Math.PI) / 180),
    (lat1 - lat2) * degree,
  )
}
