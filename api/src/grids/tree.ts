import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '../db/database.ts'
import { queryRow } from '../db/rows.ts'
import { GridTree } from './schema.ts'

/**
 * District, towns and grids, with who looks after each by real name, and the grids that were dissolved.
 * @param today `YYYY-MM-DD` in China
 */
export async function readTree(tx: Tx, today: string): Promise<z.output<typeof GridTree>> {
  const tree = await queryRow(
    tx,
    GridTree,
    sql`
    WITH post AS (
      SELECT p.grid_id, json_agg(json_build_object(
               'appointmentId', p.id, 'name', p.name, 'position', p.position, 'validFrom', p.valid_from, 'validTo', p.valid_to,
               'state', CASE WHEN p.valid_from > ${today}::date THEN 'coming' ELSE 'current' END
             ) ORDER BY array_position(ARRAY['chief', 'deputy', 'member'], p.position), p.valid_from, p.name COLLATE "C", p.id) AS posts
      FROM grid_people p
      WHERE p.ended_at IS NULL AND (p.valid_to IS NULL OR p.valid_to >= ${today}::date)
      GROUP BY p.grid_id
    ), village AS (
      SELECT g.id AS grid_id, json_agg(json_build_object('code', a.code, 'name', a.name) ORDER BY a.code) AS villages
      FROM areas a
      JOIN grids g ON g.valid_to IS NULL AND ST_Covers(g.geom, ST_PointOnSurface(a.geom))
      WHERE a.level = 'village'
      GROUP BY g.id
    ), grid AS (
      SELECT g.town_code, json_agg(json_build_object(
               'id', g.id, 'code', g.code, 'name', g.name, 'version', g.version, 'objects', coalesce(n.objects, 0), 'validFrom', g.valid_from,
               'areaM2', round(ST_Area(g.geom::geography)), 'villages', coalesce(village.villages, '[]'), 'posts', coalesce(post.posts, '[]')
             ) ORDER BY g.code) AS grids
      FROM grids g
      LEFT JOIN grid_object_counts() n ON n.grid_id = g.id
      LEFT JOIN village ON village.grid_id = g.id
      LEFT JOIN post ON post.grid_id = g.id
      WHERE g.valid_to IS NULL
      GROUP BY g.town_code
    )
    SELECT
      (SELECT json_build_object('code', code, 'name', name) FROM areas WHERE level = 'county' ORDER BY code LIMIT 1) AS district,
      (SELECT coalesce(json_agg(json_build_object('code', t.code, 'name', t.name, 'grids', coalesce(grid.grids, '[]')) ORDER BY t.code), '[]')
       FROM areas t LEFT JOIN grid ON grid.town_code = t.code WHERE t.level = 'town') AS towns,
      (SELECT coalesce(json_agg(json_build_object(
                'id', g.id, 'code', g.code, 'name', g.name, 'townCode', g.town_code, 'validFrom', g.valid_from, 'validTo', g.valid_to,
                'successor', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'code', s.code, 'name', s.name) END
              ) ORDER BY g.valid_to DESC, g.code), '[]')
       FROM grids g LEFT JOIN grids s ON s.id = g.successor_id WHERE g.valid_to IS NOT NULL) AS retired`,
  )
  return tree ?? GridTree.parse(undefined)
}
