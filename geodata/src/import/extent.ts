import { DATUM_CODES, DATUMS, type Datum } from '@onemap/api/domain/datum'
import type { Position } from '../geojson.ts'
import { ofFeature, type Finding } from '../reading/finding.ts'
import type { Incoming } from '../store/stage.ts'
import { positionFromWgs84, positionsOf, positionToWgs84 } from '../reading/datum.ts'

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
): Finding[] {
  return features.flatMap(({ no, name, geometry }) => {
    const far = positionsOf(geometry).find(
      ([lon, lat]) =>
        lon < west - reach || lon > east + reach || lat < south - reach || lat > north + reach,
    )
    if (far === undefined) return []
    const place = far.map((degrees) => Number(degrees.toFixed(6))).join(', ')
    const range = `${west.toFixed(2)}–${east.toFixed(2)}°E, ${south.toFixed(2)}–${north.toFixed(2)}°N`
    return [
      ofFeature(
        no,
        {
          zh: `（${name}）：坐标 ${place} 远离本区（约 ${range}）`,
          en: ` (${name}): ${place} is far from the district (about ${range})`,
        },
        { at: far },
      ),
    ]
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
export function likelierDatum(stated: Datum, read: Position, district: Position): Finding | null {
  const offset = metres(read, district)
  if (offset < SUSPICIOUS) return null
  const raw = positionFromWgs84(read, stated)
  const [best] = DATUM_CODES.filter((datum) => datum !== stated)
    .map((datum) => ({ datum, offset: metres(positionToWgs84(raw, datum), district) }))
    .sort((a, b) => a.offset - b.offset)
  if (best === undefined || best.offset > CONVINCING) return null
  const [now, then] = [DATUMS[stated], DATUMS[best.datum]]
  const [off, left] = [Math.round(offset), Math.round(best.offset)]
  return {
    zh: `按 ${now.zh} 读取，图层中心偏离本区 ${off} 米；按 ${then.zh} 读取只偏 ${left} 米，疑为坐标系填错`,
    en: `Read as ${now.en}, the layer’s middle is ${off} m off the district’s; read as ${then.en} only ${left} m: the datum is probably wrong`,
    remedy: 'datum-is-right',
  }
}

/** Metres between two near positions. */
export function metres([lon1, lat1]: Position, [lon2, lat2]: Position): number {
  const degree = 111_195
  return Math.hypot(
    (lon1 - lon2) * degree * Math.cos((lat1 * Math.PI) / 180),
    (lat1 - lat2) * degree,
  )
}
