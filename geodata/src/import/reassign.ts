import { sql, type SQL } from '@onemap/api/db/sql'
import { z } from 'zod'
import type { Tx } from '@onemap/api/db/database'
import { queryRow, queryRows } from '@onemap/api/db/rows'
import type { Label } from '@onemap/api/domain/dictionary'
import type { Finding } from '../reading/finding.ts'

/** The layer whose borders now decide; town, grid and village of an enterprise always agree with each other. */
type Deciding = 'towns' | 'villages' | 'grids'

const TOWN: Record<Deciding, SQL> = {
  towns: sql`town.code`,
  villages: sql`left(village.code, 9)`,
  grids: sql`grid.town_code`,
}

/** What retires decides nothing any more. */
const currentOf = (layer: Deciding, deciding: Deciding): SQL =>
  layer === deciding ? sql`code NOT IN (SELECT code FROM retiring)` : sql`true`

const counts = z.object({ moved: z.coerce.number(), grids: z.coerce.number() })
const stranded = z.object({
  name: z.string(),
  credit_code: z.string(),
  lon: z.number(),
  lat: z.number(),
})

interface Moves {
  done: Label[]
  /** Enterprises that lie in none of the deciding layer's areas: they keep what they had. */
  warnings: Finding[]
}

/**
 * Gives every enterprise the town, grid and village that cover it (ST_Covers) after a layer was replaced.
 * The deciding layer says the town; what else still fits that town is kept. On a shared border the present one wins.
 * What is in a grid by hand stays there.
 */
export async function reassignEnterprises(tx: Tx, deciding: Deciding): Promise<Moves> {
  await tx.execute(sql`
    CREATE TEMPORARY TABLE placed ON COMMIT DROP AS
    WITH decided AS (
      SELECT e.id, e.geom, e.grid_id, e.area_code, e.town_code, ${TOWN[deciding]} AS town,
        grid.id AS covering_grid, village.code AS covering_village
      FROM enterprises e
      LEFT JOIN LATERAL (
        SELECT code FROM areas WHERE level = 'town' AND ST_Covers(geom, e.geom) ORDER BY code <> e.town_code, code LIMIT 1
      ) town ON true
      LEFT JOIN LATERAL (
        SELECT code FROM areas WHERE level = 'village' AND ${currentOf('villages', deciding)} AND ST_Covers(geom, e.geom) ORDER BY code <> e.area_code, code LIMIT 1
      ) village ON true
      LEFT JOIN LATERAL (
        SELECT id, town_code FROM grids WHERE valid_to IS NULL AND ${currentOf('grids', deciding)} AND ST_Covers(geom, e.geom) ORDER BY id <> e.grid_id, code LIMIT 1
      ) grid ON true
    )
    SELECT id, town,
      CASE
        WHEN ${deciding} = 'grids' THEN covering_grid
        WHEN town = town_code THEN grid_id
        ELSE (SELECT g.id FROM grids g WHERE g.town_code = town AND g.valid_to IS NULL ORDER BY g.geom <-> d.geom, g.code LIMIT 1)
      END AS grid,
      CASE
        WHEN ${deciding} = 'villages' THEN covering_village
        WHEN town = town_code THEN area_code
        WHEN left(covering_village, 9) = town THEN covering_village
        ELSE town
      END AS area
    FROM decided d`)
  const moved = await queryRow(
    tx,
    counts,
    sql`
    WITH before AS (SELECT id, grid_id FROM enterprises),
      moved AS (
        UPDATE enterprises e SET grid_id = p.grid, town_code = p.town, area_code = p.area, updated_at = now()
        FROM placed p
        WHERE p.id = e.id AND p.town IS NOT NULL AND p.grid IS NOT NULL AND NOT EXISTS (SELECT FROM grid_overrides o WHERE o.enterprise_id = e.id)
          AND (e.grid_id, e.town_code, e.area_code) IS DISTINCT FROM (p.grid, p.town, p.area)
        RETURNING e.id, e.grid_id
      )
    SELECT count(*) AS moved, count(*) FILTER (WHERE moved.grid_id <> before.grid_id) AS grids
    FROM moved JOIN before USING (id)`,
  )
  const left = await queryRows(
    tx,
    stranded,
    sql`
    SELECT e.name, e.credit_code, ST_X(e.geom) AS lon, ST_Y(e.geom) AS lat
    FROM placed p JOIN enterprises e USING (id)
    WHERE p.town IS NULL OR p.grid IS NULL ORDER BY e.credit_code`,
  )
  await tx.execute(sql`DROP TABLE placed`)
  return {
    done: [
      {
        zh: `按新界线重新归属企业 ${moved?.moved ?? 0} 家，其中更换网格 ${moved?.grids ?? 0} 家`,
        en: `${moved?.moved ?? 0} enterprises assigned anew by the new borders, ${moved?.grids ?? 0} of them to another grid`,
      },
    ],
    warnings: left.map(({ name, credit_code, lon, lat }) => {
      const place = `${lon.toFixed(6)}, ${lat.toFixed(6)}`
      return {
        zh: `企业 ${name}（${credit_code}，${place}）不在新图层任何区域内，保留原归属`,
        en: `${name} (${credit_code}, ${place}) lies in none of the new areas and stays where it belonged`,
        at: [lon, lat],
      }
    }),
  }
}
