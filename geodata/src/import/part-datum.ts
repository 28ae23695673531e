import { sql } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { SNAP } from '@onemap/api/db/geometry'
import { queryRows } from '@onemap/api/db/rows'
import { DATUM_CODES, DATUMS, type Datum } from '@onemap/api/domain/datum'
import type { Position } from '../geojson.ts'
import { positionFromWgs84, positionToWgs84 } from '../reading/datum.ts'
import type { Finding } from '../reading/finding.ts'
import { percent } from './amounts.ts'

/** The share of a part outside the area it belongs to before another datum is thought of. */
const SUSPICIOUS = 0.015
/** How many times less another datum must leave outside. */
const CONVINCING = 3

const Share = z.object({
  code: z.string(),
  name: z.string(),
  datum: z.enum(DATUM_CODES),
  outside: z.number(),
})

/**
 * Doubts the datum of each part of a layer, such as the grids of one town: where much of it lies outside the area it
 * belongs to, and another datum would bring it inside. Within a district two datums differ by the same way everywhere.
 *
 * @param parentDigits how many digits of a code name the area it belongs to
 */
export async function doubtedParts(
  tx: Tx,
  stated: Datum,
  centre: Position,
  parentDigits: number,
): Promise<Finding[]> {
  const shares = await queryRows(
    tx,
    Share,
    sql`
    SELECT a.code, a.name, s.datum,
      ST_Area(ST_Difference(ST_Translate(p.geom, s.east, s.north), a.geom, ${SNAP})::geography) / ST_Area(p.geom::geography) AS outside
    FROM areas a
    CROSS JOIN LATERAL (SELECT ST_Union(i.geom, ${SNAP}) AS geom FROM incoming i WHERE left(i.code, ${parentDigits}::int) = a.code) p
    CROSS JOIN jsonb_to_recordset(${JSON.stringify(shiftsFrom(stated, centre))}::jsonb) AS s (datum text, east float8, north float8)
    WHERE a.geom IS NOT NULL AND p.geom IS NOT NULL
    ORDER BY a.code, outside`,
  )
  const now = shares.filter(({ datum, outside }) => datum === stated && outside > SUSPICIOUS)
  return now.flatMap(({ code, name, outside }) => {
    const best = shares.find((one) => one.code === code && one.datum !== stated)
    if (best === undefined || best.outside * CONVINCING > outside) return []
    const [before, after] = [DATUMS[stated], DATUMS[best.datum]]
    return [
      {
        zh: `${name}的部分按 ${before.zh} 读取有 ${percent(outside)} 在其界线之外，按 ${after.zh} 读取只有 ${percent(best.outside)}，疑为坐标系填错`,
        en: `Read as ${before.en}, ${percent(outside)} of what belongs to ${name} lies beyond its border; read as ${after.en} only ${percent(best.outside)}: the datum is probably wrong`,
        remedy: 'datum-is-right' as const,
      },
    ]
  })
}

/** How far everything would move if it were read in another datum, in degrees. */
function shiftsFrom(stated: Datum, centre: Position) {
  const raw = positionFromWgs84(centre, stated)
  return DATUM_CODES.map((datum) => {
    const [lon, lat] = positionToWgs84(raw, datum)
    return datum === stated
      ? { datum, east: 0, north: 0 }
      : { datum, east: lon - centre[0], north: lat - centre[1] }
  })
}
