import { sql } from '@onemap/api/db/sql'
import type { Tx } from '@onemap/api/db/database'
import { SNAP } from '@onemap/api/db/geometry'
import type { Geometry } from '../geojson.ts'

/** A feature on its way into the database: in WGS 84, its codes checked in form. */
export interface Incoming {
  /** Place in its file, from 1, for reports. */
  no: number
  /** The canal has none. */
  code: string | null
  name: string
  geometry: Geometry
  /** How many rows of the file it was joined from. @default 1 */
  parts?: number
}

/**
 * Puts features into the temporary table `incoming` of this transaction; the last call's features only. Parts that
 * were joined may share borders, which one geometry must not; where one of them is invalid they are left to be told so.
 */
export async function stage(tx: Tx, features: readonly Incoming[]): Promise<void> {
  await tx.execute(sql`
    CREATE TEMPORARY TABLE IF NOT EXISTS incoming
      (no int PRIMARY KEY, code text, name text NOT NULL, geom geometry(Geometry, 4326) NOT NULL) ON COMMIT DROP`)
  await tx.execute(sql`TRUNCATE incoming`)
  await tx.execute(sql`
    INSERT INTO incoming (no, code, name, geom)
    SELECT no, code, name, CASE WHEN parts > 1 AND sound THEN ST_Multi(ST_UnaryUnion(geom, ${SNAP})) ELSE geom END
    FROM jsonb_to_recordset(${JSON.stringify(features)}::jsonb) AS file (no int, code text, name text, parts int, geometry jsonb)
    CROSS JOIN LATERAL (SELECT ST_SetSRID(ST_GeomFromGeoJSON(geometry::text), 4326) AS geom) read
    CROSS JOIN LATERAL (SELECT bool_and(ST_IsValid(part.geom)) AS sound FROM ST_Dump(read.geom) part) each`)
  await tx.execute(sql`ANALYZE incoming`)
}
