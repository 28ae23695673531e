import type { Tx } from '@onemap/api/db/database'
import { sql } from '@onemap/api/db/sql'
import { countRows } from '../count-rows.ts'
import { countTouching } from './touched-points.ts'

/**
 * Makes `staged_points`, a row a point. What the file leaves empty stays as on record; a new point without
 * coordinates lies where its enterprise does. New numbers (序号) follow the enterprise's last, in the order of the file.
 */
export async function stagePoints(tx: Tx): Promise<void> {
  await tx.execute(sql`
    CREATE TEMP TABLE staged_points ON COMMIT DROP AS
    WITH written AS (
      SELECT enterprise_id, code, min(row_no) AS row_no,
        (array_agg(name ORDER BY row_no))[1] AS name,
        (array_agg(type ORDER BY row_no))[1] AS type,
        (array_agg(domain ORDER BY row_no) FILTER (WHERE domain IS NOT NULL))[1] AS domain,
        (array_agg(public_domain ORDER BY row_no) FILTER (WHERE public_domain IS NOT NULL))[1] AS public_domain,
        (array_agg(location_text ORDER BY row_no) FILTER (WHERE location_text IS NOT NULL))[1] AS location_text,
        (array_agg(geom ORDER BY row_no) FILTER (WHERE geom IS NOT NULL))[1] AS geom
      FROM staged
      GROUP BY enterprise_id, code
    ),
    in_force AS (
      SELECT DISTINCT ON (enterprise_id, code, description, factor, accident_type) enterprise_id, code, level, accident_type
      FROM staged
      ORDER BY enterprise_id, code, description, factor, accident_type, stage = 'residual' DESC
    ),
    worst AS (
      SELECT DISTINCT ON (enterprise_id, code) enterprise_id, code, level, accident_type
      FROM in_force
      ORDER BY enterprise_id, code, level, accident_type
    )
    SELECT w.enterprise_id, w.code, w.row_no, coalesce(p.id, gen_random_uuid()) AS id, p.id IS NOT NULL AS known, w.name, w.type,
      coalesce(w.domain, p.domain, CASE w.type WHEN 'activity' THEN 'operation' WHEN 'facility' THEN 'equipment' ELSE 'production' END) AS domain,
      coalesce(w.public_domain, p.public_domain, false) AS public_domain,
      coalesce(w.location_text, p.location_text, '') AS location_text,
      coalesce(w.geom, p.geom, e.geom) AS geom,
      coalesce(p.no, (SELECT coalesce(max(no), 0) FROM risk_points WHERE enterprise_id = w.enterprise_id)
        + row_number() OVER (PARTITION BY w.enterprise_id, p.id IS NULL ORDER BY w.row_no)) AS no,
      e.grid_id, e.town_code, worst.level, worst.accident_type
    FROM written w
    JOIN worst USING (enterprise_id, code)
    JOIN enterprises e ON e.id = w.enterprise_id
    LEFT JOIN risk_points p ON p.enterprise_id = w.enterprise_id AND p.code = w.code`)
  await tx.execute(sql`CREATE UNIQUE INDEX ON staged_points (enterprise_id, code)`)
  await tx.execute(sql`ANALYZE staged_points`)
  await tx.execute(sql`
    UPDATE staged s SET point_id = p.id FROM staged_points p WHERE p.enterprise_id = s.enterprise_id AND p.code = s.code`)
}

/** Adds the points that are new, with the level their sources will give them, so that the database need not write them twice. */
export function insertPoints(tx: Tx): Promise<number> {
  return countRows(
    tx,
    sql`
    INSERT INTO risk_points (enterprise_id, id, no, code, name, type, domain, public_domain, location_text, geom, grid_id, town_code, level, accident_type)
    SELECT enterprise_id, id, no, code, name, type, domain, public_domain, location_text, geom, grid_id, town_code, level, accident_type
    FROM staged_points
    WHERE NOT known
    ORDER BY row_no
    RETURNING 1`,
  )
}

/** Writes only points that differ from what is on record. */
export async function updatePoints(tx: Tx): Promise<void> {
  await countTouching(
    tx,
    sql`
    UPDATE risk_points p
    SET (name, type, domain, public_domain, location_text, geom, updated_at) =
      (s.name, s.type, s.domain, s.public_domain, s.location_text, s.geom, now())
    FROM staged_points s
    WHERE s.known AND p.enterprise_id = s.enterprise_id AND p.id = s.id
      AND (p.name, p.type, p.domain, p.public_domain, p.location_text, p.geom::bytea)
        IS DISTINCT FROM (s.name, s.type, s.domain, s.public_domain, s.location_text, s.geom::bytea)
    RETURNING p.id AS point_id`,
  )
}
