import { sql } from '@onemap/api/db/sql'
import type { Tx } from '@onemap/api/db/database'
import type { Geometry } from '../geojson.ts'

/** A feature on its way into the database: in WGS 84, its codes checked in form. */
export interface Incoming {
  /** Place in its file, from 1, for reports. */
  no: number
  /** The canal has none. */
  code: string | null
  name: string
  geometry: Geometry
}

/** Puts features into the temporary table `incoming` of this transaction; the last call's features only. */
export async function stage(tx: Tx, features: readonly Incoming[]): Promise<void> {
  await tx.execute(sql`
    CREATE TEMPORARY TABLE IF NOT EXISTS incoming
      (no int PRIMARY KEY, code text, name text NOT NULL, geom geometry(Geometry, 4326) NOT NULL) ON COMMIT DROP`)
  await tx.execute(sql`TRUNCATE incoming`)
  await tx.execute(sql`
    INSERT INTO incoming (no, code, name, geom)
    SELECT no, code, name, ST_SetSRID(ST_GeomFromGeoJSON(geometry::text), 4326)
    FROM jsonb_to_recordset(${JSON.stringify(features)}::jsonb) AS file (no int, code text, name text, geometry jsonb)`)
  await tx.execute(sql`ANALYZE incoming`)
}
