import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { isDoubtfulPlace } from '../domain/place-doubt.ts'
import { HazardPlaceError } from './refusals.ts'

const Judged = z.object({ inDistrict: z.boolean().nullable(), metres: z.number() })

/** @throws HazardPlaceError where a place cannot be meant and nobody says why it is */
export async function requirePlace(
  tx: Tx,
  enterpriseId: string,
  [longitude, latitude]: readonly [number, number],
  reason: string,
): Promise<void> {
  const judged = await queryRow(
    tx,
    Judged,
    sql`
    WITH here AS (SELECT ST_SetSRID(ST_MakePoint(${longitude}, ${latitude}), 4326) AS geom)
    SELECT
      (SELECT bool_or(ST_Covers(a.geom, here.geom)) FROM areas a WHERE a.level = 'county' AND a.geom IS NOT NULL) AS "inDistrict",
      ST_Distance(e.geom::geography, here.geom::geography) AS metres
    FROM enterprises e CROSS JOIN here
    WHERE e.id = ${enterpriseId}`,
  )
  if (judged !== undefined && reason === '' && isDoubtfulPlace(judged))
    throw new HazardPlaceError(judged.metres)
}
