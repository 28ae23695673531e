import type { Geometry } from 'geojson'
import { sql, type SQL } from 'drizzle-orm'
import { customType, type PgColumn } from 'drizzle-orm/pg-core'

type GeometryKind = 'Point' | 'Polygon' | 'MultiPolygon' | 'Geometry'

/**
 * A PostGIS geometry column in WGS 84 (EPSG:4326; CGCS2000 differs by decimetres), written as GeoJSON.
 * The SRID and the kind stand in the DDL, so that the database refuses anything else.
 */
export function geometry<Kind extends GeometryKind>(kind: Kind) {
  return customType<{ data: Extract<Geometry, { type: Kind }> | Geometry; driverData: string }>({
    dataType: () => `geometry(${kind}, 4326)`,
    toDriver: (value) => sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(value)}), 4326)`,
  })
}

/** Reads a geometry as a GeoJSON object with six decimals (a decimetre). */
export function asGeoJson(column: PgColumn | SQL): SQL {
  return sql`ST_AsGeoJSON(${column}, 6)::json`
}

/**
 * Grid that overlays of borders are snapped to, in degrees (a tenth of a millimetre): the last argument of ST_Union,
 * ST_Intersection and ST_Difference. Without one they fail on some pairs of valid borders, and the embedded database
 * then answers with no rows at all instead of an error.
 */
export const SNAP = sql.raw('1e-9')
